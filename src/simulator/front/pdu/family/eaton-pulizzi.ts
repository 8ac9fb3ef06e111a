import { commandColumn, stateColumn } from '../outlet-column.ts';
import type { SnmpPduFamily } from '../pdu-family.ts';

const ipv = '1.3.6.1.4.1.20677.2.6';
const takes = { 1: 'on', 2: 'off', 3: 'reboot' } as const;

/**
 * Eaton Pulizzi, «Switched» IPV: every outlet has objects of its own, and the command of an outlet has the number of its
 * state and one more, because command 1 is for all.
 */
export const eatonPulizzi: SnmpPduFamily = {
  speaks: 'snmp',
  description: 'Simulated Eaton Switched ePDU',
  objectId: '1.3.6.1.4.1.20677.1',
  delays: { powerOn: 5, powerOff: 5, reboot: 10 },
  tables: [
    {
      name: 'controlOutlet',
      oid: ipv,
      hasRowForAll: true,
      index: (outlet) => [outlet + 1, 0],
      columns: [commandColumn(2, 'controlOutlet', takes, { on: 1, off: 2 })],
    },
    {
      name: 'statusOutlet',
      oid: ipv,
      index: (outlet) => [outlet, 0],
      columns: [stateColumn(3, 'statusOutlet', { on: 1, off: 2 })],
    },
  ],
};
