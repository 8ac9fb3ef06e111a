import type { Clock } from '../../../clock.ts';
import type { Secrets, SnmpAccess } from '../../../topology/index.ts';
import type { SimulatedPdu } from '../../face/index.ts';
import type { Front } from '../door/front.ts';
import { pduFamilies } from './families.ts';
import { serveHttpPdu } from './http-pdu.ts';
import { serveSnmpPdu } from './snmp-pdu.ts';

/** Serves a simulated PDU as its family speaks. Throws `BenchError` if it cannot listen. */
export function servePdu(
  device: SimulatedPdu,
  access: SnmpAccess,
  secrets: Secrets,
  clock: Clock,
): Promise<Front> {
  const family = pduFamilies[device.family];
  return family.speaks === 'snmp'
    ? serveSnmpPdu(device, family, access, secrets, clock)
    : serveHttpPdu(device, family, access, secrets, clock);
}
