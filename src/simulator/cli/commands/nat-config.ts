import type { ConfigTree } from '../../config/config-tree.ts';
import type { CommandSet } from '../command-set.ts';
import type { ConfigContext } from '../config-context.ts';

/** Lines about address translation of which there may be many. */
const many = ['global', 'static'];

/** What stands within a network object, one line of each; its address is given in one of three ways. */
const addresses = ['host <ip>', 'subnet <ip> <mask>', 'range <ip> <ip>'];

/** Address translation, and the network objects that it is written with since 8.3. */
export function addNatConfig(set: CommandSet<ConfigContext>): void {
  for (const word of many) {
    set.add(`${word} <line>`, ({ line }, { space }) => space.config.put(line, line));
    set.add(`no ${word} <line>`, ({ line }, { space }) => space.config.remove(line.slice('no '.length)));
  }
  set.add('nat <line>', ({ line }, context) => {
    const { config } = context.space;
    if (context.origin !== 'stored' || !isLost(config, line)) config.put(line, line);
  });
  set.add('no nat <line>', ({ line }, { space }) => {
    const text = line.slice('no '.length);
    space.config.removeAll(({ key }) => key === text || key.startsWith(`${text} `));
  });
  set.add('nat-control', ({ line }, { space }) => space.config.put(line, line));
  set.add('no nat-control', (_call, { space }) => space.config.remove('nat-control'));
  set.add('object network <word>', ({ line }, context) => {
    const { config } = context.space;
    if (config.text(line) === undefined) config.put(line, line);
    context.section = line;
  });
  set.add('no object network <word>', ({ line }, { space }) => space.config.remove(line.slice('no '.length)));
}

/** An exemption by a list that speaks of more than IP is gone after a power cycle (document 77809, «NAT 0 Issue»). */
function isLost(config: ConfigTree, line: string): boolean {
  const [, list] = /^nat \(\S+\) 0 access-list (\S+)/.exec(line) ?? [];
  if (list === undefined) return false;
  const entries = config.nodes().filter(({ key }) => key.startsWith(`access-list ${list} `));
  return entries.some(({ text }) => !/ (permit|deny) ip /.test(text));
}

/** The commands of a network object. */
export function addObjectCommands(set: CommandSet<ConfigContext>): void {
  for (const grammar of addresses) {
    set.add(grammar, ({ line }, { space, section }) => space.config.put('address', line, { section }));
  }
  set.add('nat <line>', ({ line }, { space, section }) => space.config.put('nat', line, { section }));
  set.add(['no nat', 'no nat <line>'], (_call, { space, section }) => space.config.remove('nat', section));
}
