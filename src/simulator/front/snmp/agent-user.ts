import type { AgentUser } from '../../snmp/agent-user.ts';
import { netSnmp, type SnmpUser } from './net-snmp.ts';

const levels = {
  noauth: netSnmp.SecurityLevel.noAuthNoPriv,
  auth: netSnmp.SecurityLevel.authNoPriv,
  priv: netSnmp.SecurityLevel.authPriv,
} as const;

/** A user of a unit's configuration as the library wants it. */
export function agentUser({ name, level, auth, priv }: AgentUser): SnmpUser {
  return {
    name,
    level: levels[level],
    ...(auth && { authProtocol: netSnmp.AuthProtocols[auth.protocol], authKey: auth.password }),
    ...(priv && { privProtocol: netSnmp.PrivProtocols[priv.protocol], privKey: priv.password }),
  };
}
