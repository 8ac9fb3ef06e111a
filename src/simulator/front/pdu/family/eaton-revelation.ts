import { commandColumn } from '../outlet-column.ts';
import type { SnmpPduFamily } from '../pdu-family.ts';

/** Eaton Revelation, «Managed» PW10x: outlets are counted from 0. */
export const eatonRevelation: SnmpPduFamily = {
  speaks: 'snmp',
  description: 'Simulated Eaton Managed ePDU',
  objectId: '1.3.6.1.4.1.534.6.6.6',
  delays: { powerOn: 5, powerOff: 5, reboot: 10 },
  tables: [
    {
      name: 'outletTable',
      oid: '1.3.6.1.4.1.534.6.6.6.1.2.2.1',
      index: (outlet) => [outlet - 1],
      columns: [
        commandColumn(
          3,
          'outletOperationalState',
          { 0: 'off', 1: 'on', 2: 'reboot' },
          { off: 0, on: 1, rebooting: 2, 'stuck-on': -1, 'stuck-off': -1 },
        ),
      ],
    },
  ],
};
