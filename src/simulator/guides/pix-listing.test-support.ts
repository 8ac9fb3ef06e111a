/** The configurations of document 77809 as its listings have them, with addresses and names of our own. */

export const outside = {
  active: 'ip address 172.20.1.1 255.255.0.0 standby 172.20.1.2',
  inside: 'ip address 192.168.7.1 255.255.255.0 standby 192.168.7.2',
} as const;

const unused = (name: string): string[] => [
  `interface ${name}`,
  'shutdown',
  'no nameif',
  'no security-level',
  'no ip address',
];

const timeouts = [
  'timeout xlate 3:00:00',
  'timeout conn 1:00:00 half-closed 0:10:00 udp 0:02:00 icmp 0:00:02',
  'timeout sunrpc 0:10:00 h323 0:05:00 h225 1:00:00 mgcp 0:05:00 mgcp-pat 0:05:00',
  'timeout sip 0:30:00 sip_media 0:02:00 sip-invite 0:03:00 sip-disconnect 0:02:00',
  'timeout uauth 0:05:00 absolute',
];

const inspected = [
  [
    'dns preset_dns_map',
    'ftp',
    'h323 h225',
    'h323 ras',
    'netbios',
    'rsh',
    'rtsp',
    'skinny',
    'esmtp',
    'sqlnet',
  ],
  ['sunrpc', 'tftp', 'sip', 'xdmcp'],
].flat();

const policies = [
  'class-map inspection_default',
  'match default-inspection-traffic',
  'policy-map type inspect dns preset_dns_map',
  'parameters',
  'message-length maximum 512',
  'policy-map global_policy',
  'class inspection_default',
  ...inspected.map((what) => `inspect ${what}`),
  'service-policy global_policy global',
];

const head = [
  'hostname pix',
  'domain-name bench.invalid',
  'enable password nhAq9Ry2LmKePz3u encrypted',
  'names',
];

const data = [
  'interface Ethernet0',
  'nameif outside',
  'security-level 0',
  outside.active,
  'interface Ethernet1',
  'nameif inside',
  'security-level 100',
  outside.inside,
];

const between = [
  'passwd nhAq9Ry2LmKePz3u encrypted',
  'ftp mode passive',
  'dns server-group DefaultDNS',
  'domain-name bench.invalid',
  'access-list 101 extended permit ip any any',
  'pager lines 24',
  'mtu outside 1500',
  'mtu inside 1500',
];

const after = [
  'asdm image flash:/asdm-522.bin',
  'no asdm history enable',
  'arp timeout 14400',
  'nat (inside) 0 access-list 101',
  'access-group 101 in interface outside',
  'route outside 0.0.0.0 0.0.0.0 172.20.1.3 1',
  ...timeouts,
  'no snmp-server location',
  'no snmp-server contact',
  'snmp-server enable traps snmp authentication linkup linkdown coldstart',
  'telnet timeout 5',
  'ssh timeout 5',
  'console timeout 0',
  ...policies,
];

/** What is typed for all that is no failover; `prompt` comes last, because it is shown last. */
export const typedBesides: readonly string[] = [
  ...head,
  'interface Ethernet0',
  'no shutdown',
  'exit',
  ...between.slice(0, -2),
  ...after,
  'prompt hostname context',
];

/** What `show running-config` prints, without the rules; `failover` are the lines of failover. */
export function listing(interfaces: readonly string[], failover: readonly string[]): string[] {
  return [
    'PIX Version <version>',
    ...head,
    ...data,
    ...interfaces,
    ...between,
    ...failover,
    ...after,
    'prompt hostname context',
    'Cryptochecksum:<checksum>',
    ': end',
  ];
}

export const listed = {
  cable: {
    interfaces: [
      'interface Ethernet2',
      'description STATE Failover Interface',
      ...['Ethernet3', 'Ethernet4', 'Ethernet5'].flatMap(unused),
    ],
    failover: [
      'failover',
      'failover link state Ethernet2',
      'failover interface ip state 10.8.0.1 255.0.0.0 standby 10.8.0.2',
    ],
  },
  lan: {
    interfaces: [
      'interface Ethernet2',
      'description STATE Failover Interface',
      'interface Ethernet3',
      'description LAN Failover Interface',
      ...['Ethernet4', 'Ethernet5'].flatMap(unused),
    ],
    failover: [
      'failover',
      'failover lan unit primary',
      'failover lan interface failover Ethernet3',
      'failover lan enable',
      'failover key *****',
      'failover link state Ethernet2',
      'failover interface ip failover 10.7.0.1 255.255.255.0 standby 10.7.0.2',
      'failover interface ip state 10.8.0.1 255.0.0.0 standby 10.8.0.2',
    ],
  },
} as const;
