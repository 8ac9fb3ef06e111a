"""Logs in to an ASA as netmiko does, and prints what `show failover` says. Arguments: host, port, username."""
import os
import sys

from netmiko import ConnectHandler

host, port, username = sys.argv[1:]
connection = ConnectHandler(
    device_type="cisco_asa",
    host=host,
    port=int(port),
    username=username,
    password=os.environ["LOGIN_PASSWORD"],
    secret=os.environ["ENABLE_PASSWORD"],
)
connection.enable()
print(connection.send_command("show failover"))
connection.disconnect()
