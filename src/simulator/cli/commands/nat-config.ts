import type { CommandSet } from '../command-set.ts';
import type { ConfigContext } from '../config-context.ts';

/** Lines about address translation of which there may be many; `nat` itself is among the general commands. */
const many = ['global', 'static'];

/** What stands within a network object, one line of each; its address is given in one of three ways. */
const addresses = ['host <ip>', 'subnet <ip> <mask>', 'range <ip> <ip>'];

/** Address translation, and the network objects that it is written with since 8.3. */
export function addNatConfig(set: CommandSet<ConfigContext>): void {
  for (const word of many) {
    set.add(`${word} <line>`, ({ line }, { space }) => space.config.put(line, line));
    set.add(`no ${word} <line>`, ({ line }, { space }) => space.config.remove(line.slice('no '.length)));
  }
  set.add('nat-control', ({ line }, { space }) => space.config.put(line, line));
  set.add('no nat-control', (_call, { space }) => space.config.remove('nat-control'));
  set.add('object network <word>', ({ line }, context) => {
    const { config } = context.space;
    if (config.text(line) === undefined) config.put(line, line);
    context.section = line;
  });
  set.add('no object network <word>', ({ line }, { space }) => space.config.remove(line.slice('no '.length)));
}

/** The commands of a network object. */
export function addObjectCommands(set: CommandSet<ConfigContext>): void {
  for (const grammar of addresses) {
    set.add(grammar, ({ line }, { space, section }) => space.config.put('address', line, { section }));
  }
  set.add('nat <line>', ({ line }, { space, section }) => space.config.put('nat', line, { section }));
  set.add(['no nat', 'no nat <line>'], (_call, { space, section }) => space.config.remove('nat', section));
}
