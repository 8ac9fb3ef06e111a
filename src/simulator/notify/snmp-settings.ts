import type { ConfigTree } from '../config/config-tree.ts';

/** One `snmp-server host` line: a station that may ask, or is told of traps, or both. */
export interface SnmpStation {
  readonly nameif: string;
  readonly address: string;
  readonly polls: boolean;
  readonly traps: boolean;
  readonly as: SnmpIdentity;
  readonly port: number;
}

/** What the unit and a station know each other by. */
export type SnmpIdentity =
  | { readonly version: '1' | '2c'; readonly community: string }
  | { readonly version: '3'; readonly user: string };

/** What the traps of a unit are about, as `snmp-server enable traps` names it. */
export type TrapKind = 'syslog' | 'linkup' | 'linkdown' | 'coldstart';

/** What the `snmp-server` commands of a configuration say. */
export interface SnmpSettings {
  readonly stations: readonly SnmpStation[];
  readonly traps: ReadonlySet<TrapKind>;
  readonly location: string;
  readonly contact: string;
}

/** The traps of the `snmp` group are on unless some line chooses traps (document 77809, configuration listing). */
const usualTraps: readonly TrapKind[] = ['linkup', 'linkdown', 'coldstart'];

/** Reads the `snmp-server` lines of a configuration. */
export function snmpSettings(config: ConfigTree): SnmpSettings {
  const community = config.text('snmp-server community')?.split(' ').at(-1) ?? 'public';
  const texts = config.nodes().map(({ text }) => text);
  const stations = texts.flatMap((text) =>
    text.startsWith('snmp-server host ') ? [stationOf(text.split(' ').slice(2), community)] : [],
  );
  const chosen = texts.filter((text) => text.startsWith('snmp-server enable traps'));
  const rest = (key: string): string => config.text(key)?.slice(key.length + 1) ?? '';
  return {
    stations,
    traps: new Set(chosen.length === 0 ? usualTraps : chosen.flatMap(trapsOf)),
    location: rest('snmp-server location'),
    contact: rest('snmp-server contact'),
  };
}

/** `inside 192.0.2.9 trap community lab version 2c udp-port 1162`; version 1 unless said, as on the appliance. */
function stationOf([nameif = '', address = '', ...words]: readonly string[], usual: string): SnmpStation {
  const after = (word: string): string | undefined =>
    words.includes(word) ? words[words.indexOf(word) + 1] : undefined;
  return {
    nameif,
    address,
    polls: words[0] !== 'trap',
    traps: words[0] !== 'poll',
    as: identityOf(after('version'), words[words.indexOf('version') + 2], after('community') ?? usual),
    port: Number(after('udp-port') ?? 162),
  };
}

/** `version 3` is followed by a user. */
function identityOf(version: string | undefined, user: string | undefined, community: string): SnmpIdentity {
  if (version === '3') return { version, user: user ?? '' };
  return { version: version === '2c' ? '2c' : '1', community };
}

/** `snmp-server enable traps` alone is all of them, and `… traps snmp` all of that group. */
function trapsOf(text: string): readonly TrapKind[] {
  const [group, ...names] = text.split(' ').slice(3);
  if (group === undefined || group === 'all') return ['syslog', ...usualTraps];
  if (group === 'syslog') return ['syslog'];
  if (group !== 'snmp') return [];
  return names.length === 0 ? usualTraps : usualTraps.filter((kind) => names.includes(kind));
}
