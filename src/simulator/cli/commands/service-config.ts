import type { CommandSet } from '../command-set.ts';
import type { ConfigContext } from '../config-context.ts';

/** Lines about what the unit does for hosts itself, each its own key. */
const many = ['dhcpd', 'crypto map', 'crypto isakmp', 'crypto ipsec', 'service-policy'];

/** Leases of addresses, tunnels, and the policies that say what is inspected. */
export function addServiceConfig(set: CommandSet<ConfigContext>): void {
  for (const words of many) {
    set.add(`${words} <line>`, ({ line }, { space }) => space.config.put(line, line));
    set.add(`no ${words} <line>`, ({ line }, { space }) => space.config.remove(line.slice('no '.length)));
  }
  set.add('policy-map <word>', ({ line }, context) => {
    const { config } = context.space;
    if (config.text(line) === undefined) config.put(line, line);
    context.section = line;
  });
  set.add('no policy-map <word>', ({ line }, { space }) => space.config.remove(line.slice('no '.length)));
}

/** The commands below `policy-map`. */
export function addPolicyCommands(set: CommandSet<ConfigContext>): void {
  for (const word of ['class', 'inspect']) {
    set.add(`${word} <line>`, ({ line }, { space, section }) => space.config.put(line, line, { section }));
    set.add(`no ${word} <line>`, ({ line }, { space, section }) =>
      space.config.remove(line.slice('no '.length), section),
    );
  }
}
