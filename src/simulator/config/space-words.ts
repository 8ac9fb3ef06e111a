import type { SpaceKind } from './space-kind.ts';

/** The beginnings of lines that, in multiple context mode, only the system configuration has. */
const ofSystem = [
  'admin-context',
  'boot',
  'clock',
  'console',
  'context',
  'crypto ca server',
  'failover',
  'ftp',
  'mac-address auto',
  'ntp',
  'prompt',
];

/** Those that the system and every context have, each its own. */
const ofBoth = ['asdm', 'no asdm', 'banner', 'enable password', 'firewall', 'hostname', 'pager', 'terminal'];

/** Within an interface: what the system says of it in multiple context mode. The rest is the context's. */
const ofSystemInterface = ['speed', 'duplex', 'vlan'];
const ofBothInterfaces = ['description', 'shutdown'];

/** True if a line may stand in a configuration of that kind; in single mode there is only one, which has them all. */
export function belongsTo(kind: SpaceKind, line: string): boolean {
  return chosen(kind, line, ofSystem, ofBoth);
}

/** The same of a line within an interface. */
export function belongsToInterface(kind: SpaceKind, line: string): boolean {
  return chosen(kind, line, ofSystemInterface, ofBothInterfaces);
}

function chosen(kind: SpaceKind, line: string, system: readonly string[], both: readonly string[]): boolean {
  const begins = (beginning: string): boolean => line === beginning || line.startsWith(`${beginning} `);
  if (kind === 'single' || both.some(begins)) return true;
  return system.some(begins) === (kind === 'system');
}
