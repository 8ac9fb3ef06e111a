import type { CommandSet } from '../command-set.ts';
import type { ConfigContext } from '../config-context.ts';

/** Lines about what the unit does for hosts itself, each its own key. */
const many = ['dhcpd', 'crypto map', 'crypto isakmp', 'crypto ipsec'];

/** Leases of addresses, and tunnels. */
export function addServiceConfig(set: CommandSet<ConfigContext>): void {
  for (const words of many) {
    set.add(`${words} <line>`, ({ line }, { space }) => space.config.put(line, line));
    set.add(`no ${words} <line>`, ({ line }, { space }) => space.config.remove(line.slice('no '.length)));
  }
}
