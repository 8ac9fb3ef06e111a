import type { SnmpTrap, TrapSender } from '../../snmp/trap.ts';
import { agentUser } from './agent-user.ts';
import { netSnmp, type SnmpSession } from './net-snmp.ts';

/** Below this the notifications have numbers of their own in SNMPv1, counted from 0. */
const standard = '1.3.6.1.6.3.1.1.5.';

/** Where a notification goes, and from which address of this machine if not from any. */
interface TrapWay {
  readonly host: string;
  readonly port: number;
  readonly from?: string | undefined;
}

/**
 * Encodes one notification and sends it; whether it arrives is between the network and its receiver. With SNMPv3
 * the sender is the authority, by its `engineId`.
 */
export function sendTrap(way: TrapWay, trap: SnmpTrap, engineId: string): void {
  const { as, oid, variables, upTimeTicks } = trap;
  const session = sessionTo(way, as, engineId);
  session.on('error', () => undefined);
  const type = oid.startsWith(standard) ? Number(oid.slice(standard.length)) - 1 : oid;
  const varbinds = variables.map((one) => ({ ...one, type: netSnmp.ObjectType[one.type] }));
  session.trap(type, varbinds, { upTime: upTimeTicks }, () => session.close());
}

function sessionTo({ host, port, from }: TrapWay, as: TrapSender, engineID: string): SnmpSession {
  const options = { port, trapPort: port, retries: 0, timeout: 1000, sourceAddress: from };
  if (as.version === '3')
    return netSnmp.createV3Session(host, agentUser(as.user), {
      ...options,
      version: netSnmp.Version3,
      engineID,
    });
  const version = as.version === '1' ? netSnmp.Version1 : netSnmp.Version2c;
  return netSnmp.createSession(host, as.community, { ...options, version });
}
