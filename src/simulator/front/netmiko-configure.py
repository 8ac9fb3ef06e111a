"""netmiko as people use it: enable, a set of configuration lines, and saving them."""

import os
import sys

from netmiko import ConnectHandler

host, port, username, *lines = sys.argv[1:]
connection = ConnectHandler(
    device_type="cisco_asa",
    host=host,
    port=int(port),
    username=username,
    password=os.environ["LOGIN_PASSWORD"],
    secret=os.environ["ENABLE_PASSWORD"],
    fast_cli=True,
)
connection.enable()
print(connection.send_config_set(lines))
print(connection.save_config())
connection.disconnect()
