/** Files of other tools, as labs write them. */

/** A testbed: one connection by its parts, one as a command, credentials of three kinds. */
export const testbedSample = `testbed:
  name: rack7
  credentials:
    default:
      username: lab
      password: "%ENV{LAB_PW}"
devices:
  fw-a:
    os: asa
    type: firewall
    platform: asa5520
    credentials:
      enable:
        password: hunter2secret
    connections:
      defaults: { class: unicon.Unicon }
      console: { protocol: telnet, ip: 10.1.1.9, port: 2007 }
      ssh: { protocol: ssh, ip: 198.51.100.129 }
    peripherals:
      power_cycler:
        - { type: apc-rpdu, connection_type: snmpv2c, host: 10.1.1.6, read_community: public77, outlets: [7] }
    custom: { rack: 7 }
  fw-b:
    os: asa
    type: firewall
    platform: asa5520
    connections:
      a: { command: telnet 10.1.1.9 2008 }
      cli: { protocol: ssh, ip: 198.51.100.130, port: 22 }
    peripherals:
      power_cycler:
        - { type: apc-rpdu, connection_type: snmpv2c, host: 10.1.1.6, outlets: [8] }
  sw7:
    os: iosxe
    type: switch
    credentials: { default: { username: net, password: "%ASK{of the switch?}" } }
    connections:
      cli: { protocol: ssh, ip: 10.1.1.5 }
topology:
  links:
    l1: { alias: to-outside }
  fw-a:
    interfaces:
      GigabitEthernet0/0: { type: ethernet, alias: outside, link: l1, ipv4: 192.0.2.1/24 }
      GigabitEthernet0/1: { type: ethernet, alias: inside, link: l3, ipv4: 198.51.100.1/25 }
      GigabitEthernet0/2: { type: ethernet, alias: fover, link: l5, ipv4: 203.0.113.1/30 }
  fw-b:
    interfaces:
      GigabitEthernet0/0: { type: ethernet, alias: outside, link: l2, ipv4: 192.0.2.2/24 }
      GigabitEthernet0/1: { type: ethernet, alias: inside, link: l4, ipv4: 198.51.100.2/25 }
      GigabitEthernet0/2: { type: ethernet, alias: fover, link: l6, ipv4: 203.0.113.2/30 }
  sw7:
    interfaces:
      GigabitEthernet1/0/1: { type: ethernet, link: l1 }
      GigabitEthernet1/0/2: { type: ethernet, link: l2 }
      GigabitEthernet1/0/3: { type: ethernet, link: l3 }
      GigabitEthernet1/0/4: { type: ethernet, link: l4 }
      GigabitEthernet1/0/5: { type: ethernet, link: l5 }
      GigabitEthernet1/0/6: { type: ethernet, link: l6 }
`;

/** A cable list: either end first, consoles and power among the cables, and rows that are about neither unit. */
export const cablesSample = `# rack 7
StartDevice,StartPort,EndDevice,EndPort,Colour,Owner
fw-a,Gi0/0,sw7,GigabitEthernet1/0/1,red,me
fw-b,Gi0/0,sw7,GigabitEthernet1/0/2,red,me
sw7,GigabitEthernet1/0/3,fw-a,"Gi0/1",,
sw7,GigabitEthernet1/0/4,fw-b,GigabitEthernet 0/1,,
sw7,GigabitEthernet1/0/48,core1,Te1/1,,
fw-a,console,ts1,2007,,
fw-b,con0,ts1,line 8,,
fw-a,psu1,pdu-a,7,,
fw-b,PSU 1,pdu-a,outlet 8,,
sw7,power,pdu-a,1,,
fw-a,usb,laptop,usb2,,
x,y,z,w,,
`;
