/** The order in which `show running-config` prints: first words of lines, as the captured configurations stand. */
const topOrder = [
  'firewall',
  'hostname',
  'domain-name',
  'enable password',
  'passwd',
  'names',
  'mac-address auto',
  'interface',
  'banner',
  'boot',
  'ftp',
  'clock',
  'dns',
  'same-security-traffic',
  'object',
  'object-group',
  'access-list',
  'pager',
  'terminal',
  'logging',
  'mtu',
  'failover',
  'failover lan unit',
  'failover lan interface',
  'failover lan enable',
  'failover polltime unit',
  'failover polltime interface',
  'failover interface-policy',
  'failover key',
  'failover replication http',
  'failover mac address',
  'failover link',
  'failover interface ip',
  'failover group',
  'monitor-interface',
  'icmp',
  'no asdm',
  'asdm',
  'arp',
  'nat',
  'access-group',
  'router',
  'route',
  'timeout',
  'aaa',
  'http',
  'snmp-server',
  'crypto',
  'telnet',
  'ssh',
  'console',
  'threat-detection',
  'ntp',
  'username',
  'service-policy',
  'admin-context',
  'context',
  'prompt',
];

const interfaceOrder = [
  'description',
  'speed',
  'duplex',
  'vlan',
  'shutdown',
  'management-only',
  'mac-address',
  'nameif',
  'security-level',
  'ip address',
  'allocate-interface',
  'config-url',
  'join-failover-group',
];

/** Where a line stands among its neighbours: the longest of the listed beginnings decides, unknown lines last. */
export function configRank(key: string, inSection: boolean): number {
  const order = inSection ? interfaceOrder : topOrder;
  let best = -1;
  order.forEach((beginning, at) => {
    const fits = key === beginning || key.startsWith(`${beginning} `);
    if (fits && (best < 0 || beginning.length > (order[best]?.length ?? 0))) best = at;
  });
  return best < 0 ? order.length : best;
}
