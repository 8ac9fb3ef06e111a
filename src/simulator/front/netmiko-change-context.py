"""netmiko in a pair with contexts. Arguments: host, port, username, and the commands; prints each prompt and answer."""

import os
import sys

from netmiko import ConnectHandler

host, port, username, *commands = sys.argv[1:]
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
for command in commands:
    answer = connection.send_command(command)
    print(connection.find_prompt(), answer)
connection.disconnect()
