import type { SnmpTrap } from '../snmp/trap.ts';
import { netSnmp } from './net-snmp.ts';

/** Below this the notifications have numbers of their own in SNMPv1, counted from 0. */
const standard = '1.3.6.1.6.3.1.1.5.';

/** Encodes one notification and sends it; whether it arrives is between the network and its receiver. */
export function sendTrap(host: string, port: number, trap: SnmpTrap): void {
  const { version, community, oid, variables, upTimeTicks } = trap;
  const session = netSnmp.createSession(host, community, {
    version: version === '1' ? netSnmp.Version1 : netSnmp.Version2c,
    port,
    trapPort: port,
    retries: 0,
    timeout: 1000,
  });
  session.on('error', () => undefined);
  const type = oid.startsWith(standard) ? Number(oid.slice(standard.length)) - 1 : oid;
  const varbinds = variables.map((one) => ({ ...one, type: netSnmp.ObjectType[one.type] }));
  session.trap(type, varbinds, { upTime: upTimeTicks }, () => session.close());
}
