import type { Clock } from '../../../clock.ts';
import { timeTicks, type ManagedScalar } from '../../snmp/managed-object.ts';

/** The system group of SNMPv2-MIB, by which every device says what it is. */
export function systemGroup(
  device: { readonly name: string; readonly startedMs: number },
  description: string,
  objectId: string,
  clock: Clock,
): readonly ManagedScalar[] {
  const system = '1.3.6.1.2.1.1';
  return [
    { name: 'sysDescr', oid: `${system}.1`, type: 'OctetString', read: () => description },
    { name: 'sysObjectID', oid: `${system}.2`, type: 'OID', read: () => objectId },
    {
      name: 'sysUpTime',
      oid: `${system}.3`,
      type: 'TimeTicks',
      read: () => timeTicks(device.startedMs, clock.nowMs()),
    },
    { name: 'sysContact', oid: `${system}.4`, type: 'OctetString', read: () => '' },
    { name: 'sysName', oid: `${system}.5`, type: 'OctetString', read: () => device.name },
    { name: 'sysLocation', oid: `${system}.6`, type: 'OctetString', read: () => 'simulated bench' },
  ];
}
