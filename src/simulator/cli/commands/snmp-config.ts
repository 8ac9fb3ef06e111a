import type { CommandSet } from '../command-set.ts';
import type { ConfigContext } from '../config-context.ts';

/** The groups and users of SNMPv3; a user that is entered again has other passwords then. */
export function addSnmpConfig(set: CommandSet<ConfigContext>): void {
  const group = 'snmp-server group <word> v3 noauth|auth|priv';
  set.add(group, ({ line }, { space }) => space.config.put(line, line));
  set.add(`no ${group}`, ({ line }, { space }) => space.config.remove(line.slice('no '.length)));
  const user = 'snmp-server user <word> <word> v3';
  const auth = `${user} auth md5|sha <word>`;
  set.add(
    [user, auth, `${auth} priv des|3des <word>`, `${auth} priv aes 128|192|256 <word>`],
    ({ line }, { space }) => space.config.put(keyOf(line), line),
  );
  set.add([`no ${user}`, `no ${user} <line>`], ({ line }, { space }) =>
    space.config.remove(keyOf(line.slice('no '.length))),
  );
}

/** `snmp-server user lab watchers v3`. */
function keyOf(line: string): string {
  return line.split(' ').slice(0, 5).join(' ');
}
