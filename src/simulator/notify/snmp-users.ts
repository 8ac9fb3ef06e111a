import type { AgentUser } from '../snmp/agent-user.ts';
import type { ConfigTree } from '../config/config-tree.ts';

/** As `snmp-server group` names them, each asking for more than the one before. */
const levels: readonly AgentUser['level'][] = ['noauth', 'auth', 'priv'];

/** The ciphers of `snmp-server user` that the agent has, as its library names them. Cisco extends short keys as Reeder does. */
const ciphers = { des: 'des', 'aes 128': 'aes', 'aes 256': 'aes256r' } as const;

/**
 * The users of a configuration that the agent can serve: those with a group, with the passwords that their group
 * asks for, and with a cipher that the agent has (not 3DES, and not AES of 192 bits).
 */
export function snmpUsers(config: ConfigTree): readonly AgentUser[] {
  const words = config.nodes().map(({ text }) => text.split(' '));
  return words.flatMap(([first, what, name = '', group, , ...keys]) => {
    if (first !== 'snmp-server' || what !== 'user') return [];
    const level = levels.find((one) => config.text(`snmp-server group ${group} v3 ${one}`) !== undefined);
    const user = level && { name, level, ...keysOf(keys.join(' ')) };
    return user && has(user) ? [user] : [];
  });
}

/** `auth sha … priv aes 128 …`, as far as it goes. */
function keysOf(text: string): Pick<AgentUser, 'auth' | 'priv'> {
  const [, hash, password = '', cipher = '', secret = ''] =
    /^auth (md5|sha) (\S+)(?: priv (3?des|aes \d+) (\S+))?$/.exec(text) ?? [];
  const protocol = Object.entries(ciphers).find(([word]) => word === cipher)?.[1];
  return {
    ...(hash === 'md5' || hash === 'sha' ? { auth: { protocol: hash, password } } : {}),
    ...(protocol ? { priv: { protocol, password: secret } } : {}),
  };
}

function has({ level, auth, priv }: AgentUser): boolean {
  return level === 'noauth' || (auth !== undefined && (level === 'auth' || priv !== undefined));
}
