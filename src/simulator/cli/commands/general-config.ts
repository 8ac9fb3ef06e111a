import { passwordHash } from '../../config/password-hash.ts';
import type { SpaceKind } from '../../config/space-kind.ts';
import { belongsTo } from '../../config/space-words.ts';
import type { CommandSet } from '../command-set.ts';
import type { ConfigContext } from '../config-context.ts';

/** Commands of which there is one line each: how many words are the key of the line, and the grammar. */
const single: readonly (readonly [number, string])[] = [
  [1, 'hostname <word>'],
  [1, 'domain-name <word>'],
  [1, 'names'],
  [1, 'prompt <line>'],
  [2, 'terminal width <40-511>'],
  [2, 'mtu <nameif> <64-9216>'],
  [2, 'ftp mode <line>'],
  [2, 'arp timeout <line>'],
  [2, 'ssh timeout <1-60>'],
  [2, 'ssh version <1-2>'],
  [2, 'telnet timeout <1-1440>'],
  [2, 'console timeout <0-60>'],
  [2, 'clock timezone <line>'],
  [3, 'icmp unreachable rate-limit <line>'],
  [2, 'same-security-traffic permit <line>'],
  [2, 'snmp-server location|contact <line>'],
];

/** Commands of which there may be many lines, each its own key. */
const many: readonly string[] = [
  'aaa',
  'access-list',
  'arp',
  'banner',
  'boot',
  'clock summer-time',
  'dns',
  'http',
  'icmp',
  'ntp',
  'route',
  'snmp-server',
  'ssh',
  'sysopt',
  'telnet',
  'threat-detection',
  'timeout',
];

/** The configuration commands that say nothing of interfaces or failover. */
export function addGeneralCommands(set: CommandSet<ConfigContext>, kind: SpaceKind): void {
  for (const [keyWords, grammar] of single) if (belongsTo(kind, grammar)) addSingle(set, keyWords, grammar);
  for (const words of many) if (belongsTo(kind, words)) addMany(set, words);
  addPasswords(set, kind);
  addPager(set);
  if (kind !== 'context') addStaying(set);
  if (kind !== 'system') addTraffic(set);
  if (kind !== 'context') addAutoMac(set);
  set.add(['asdm history enable', 'no asdm history enable'], ({ line }, { space }) =>
    space.config.put('no asdm history enable', line),
  );
  set.add('no call-home <line>', () => undefined);
}

/** What only a space with traffic has. */
function addTraffic(set: CommandSet<ConfigContext>): void {
  set.add('access-group <word> in interface <nameif>', ({ line, values }, { space }) =>
    space.config.put(`access-group in interface ${values[1] ?? ''}`, line),
  );
  set.add('no access-group <word> in interface <nameif>', ({ values }, { space }) =>
    space.config.remove(`access-group in interface ${values[1] ?? ''}`),
  );
  const keyPair = 'crypto key generate rsa';
  set.add(
    [keyPair, `${keyPair} modulus <512-4096>`, `${keyPair} modulus <512-4096> noconfirm`],
    (_call, context) => {
      context.print('INFO: The name for the keys will be: <Default-RSA-Key>');
      context.print('Keypair generation process begin. Please wait...');
    },
  );
}

/** Pages are of one unit alone, and not replicated (ASA 5580 guide, table 13-1). */
function addPager(set: CommandSet<ConfigContext>): void {
  set.add(['pager lines <0-2147483647>', 'pager <0-2147483647>'], ({ values }, context) => {
    context.replicates = false;
    context.space.config.put('pager lines', `pager lines ${values[0] ?? ''}`);
  });
  set.add(['no pager', 'no pager lines'], (_call, context) => {
    context.replicates = false;
    context.space.config.put('pager lines', 'no pager');
  });
}

/** The firewall mode is of one unit alone, and not replicated; all contexts share it. */
function addStaying(set: CommandSet<ConfigContext>): void {
  set.add(['firewall transparent', 'no firewall transparent'], ({ line }, context) => {
    context.replicates = false;
    const { space, origin } = context;
    const wanted = !line.startsWith('no ');
    if (wanted === (space.config.text('firewall') !== undefined)) return;
    // A change of the mode clears the configuration, because the commands of one mode are not those of the other.
    if (origin === 'typed') space.configuration.clear();
    if (wanted) space.config.put('firewall', 'firewall transparent');
    else space.config.remove('firewall');
  });
}

/** From 8.6 on the prefix is always there: of the unit's own address, if nobody gives another. */
function addAutoMac(set: CommandSet<ConfigContext>): void {
  const key = 'mac-address auto';
  set.add(key, (_call, context) => {
    const { space, system } = context;
    if (!system.box.dialect.autoMacPrefix) return space.config.put(key, key);
    const [card] = system.box.cards;
    const prefix = Number.parseInt(card?.burnedIn.slice(-4) ?? '1', 16);
    context.print(`INFO: Converted to ${key} prefix ${prefix}`);
    // The mate must make the same addresses, whatever its own are.
    context.instead = `${key} prefix ${prefix}`;
    space.config.put(key, context.instead);
  });
  set.add(`${key} prefix <0-65535>`, ({ line }, { space }) => space.config.put(key, line));
  set.add([`no ${key}`, `no ${key} prefix <0-65535>`], (_call, { space }) => space.config.remove(key));
}

function addSingle(set: CommandSet<ConfigContext>, keyWords: number, grammar: string): void {
  const keyOf = (line: string): string => line.split(' ').slice(0, keyWords).join(' ');
  set.add(grammar, ({ line }, { space }) => space.config.put(keyOf(line), line));
  const head = grammar.split(' ').slice(0, keyWords).join(' ');
  set.add([`no ${head}`, `no ${head} <line>`], ({ line }, { space }) =>
    space.config.remove(keyOf(line.slice('no '.length))),
  );
}

function addMany(set: CommandSet<ConfigContext>, words: string): void {
  set.add(`${words} <line>`, ({ line }, { space }) => space.config.put(line, line));
  set.add(`no ${words} <line>`, ({ line }, { space }) => {
    const text = line.slice('no '.length);
    space.config.removeAll(({ key }) => key === text || key.startsWith(`${text} `));
  });
}

function addPasswords(set: CommandSet<ConfigContext>, kind: SpaceKind): void {
  for (const [key, grammar] of [
    ['enable password', 'enable password <word>'],
    ['passwd', 'passwd <word>'],
  ] as const) {
    set.add(grammar, ({ values }, { space }) =>
      space.config.put(key, `${key} ${passwordHash(values[0] ?? '')} encrypted`),
    );
    set.add(`${grammar} encrypted`, ({ line }, { space }) => space.config.put(key, line));
  }
  if (kind === 'system') return;
  const user = 'username <word> password <word>';
  set.add([user, `${user} privilege <0-15>`], ({ values }, { space }) => {
    const [name = '', password = '', privilege = '2'] = values;
    const stored = `username ${name} password ${passwordHash(password, name)} encrypted privilege ${privilege}`;
    space.config.put(`username ${name}`, stored);
  });
  set.add(`${user} encrypted privilege <0-15>`, ({ line, values }, { space }) =>
    space.config.put(`username ${values[0] ?? ''}`, line),
  );
  set.add('no username <word>', ({ values }, { space }) =>
    space.config.remove(`username ${values[0] ?? ''}`),
  );
}
