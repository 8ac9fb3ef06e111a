import type { SnmpTrap, TrapSender } from '../../snmp/trap.ts';
import { agentUser } from './agent-user.ts';
import { netSnmp, type SnmpSession } from './net-snmp.ts';

/** Below this the notifications have numbers of their own in SNMPv1, counted from 0. */
const standard = '1.3.6.1.6.3.1.1.5.';

/**
 * Encodes one notification and sends it; whether it arrives is between the network and its receiver. With SNMPv3
 * the sender is the authority, by its `engineId`.
 */
export function sendTrap(host: string, port: number, trap: SnmpTrap, engineId: string): void {
  const { as, oid, variables, upTimeTicks } = trap;
  const session = sessionTo(host, port, as, engineId);
  session.on('error', () => undefined);
  const type = oid.startsWith(standard) ? Number(oid.slice(standard.length)) - 1 : oid;
  const varbinds = variables.map((one) => ({ ...one, type: netSnmp.ObjectType[one.type] }));
  session.trap(type, varbinds, { upTime: upTimeTicks }, () => session.close());
}

function sessionTo(host: string, port: number, as: TrapSender, engineID: string): SnmpSession {
  const options = { port, trapPort: port, retries: 0, timeout: 1000 };
  if (as.version === '3')
    return netSnmp.createV3Session(host, agentUser(as.user), {
      ...options,
      version: netSnmp.Version3,
      engineID,
    });
  const version = as.version === '1' ? netSnmp.Version1 : netSnmp.Version2c;
  return netSnmp.createSession(host, as.community, { ...options, version });
}
