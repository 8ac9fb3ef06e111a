import { commandColumn, nameColumn, wattsColumn } from '../outlet-column.ts';
import type { SnmpPduFamily } from '../pdu-family.ts';

/** Raritan PX1 (Dominion PX), PDU-MIB: one column is command and state. */
export const raritanPx1: SnmpPduFamily = {
  speaks: 'snmp',
  description: 'Simulated Raritan Dominion PX',
  objectId: '1.3.6.1.4.1.13742.4',
  delays: { powerOn: 5, powerOff: 5, reboot: 10 },
  tables: [
    {
      name: 'outletTable',
      oid: '1.3.6.1.4.1.13742.4.1.2.2.1',
      columns: [
        nameColumn(2, 'outletLabel'),
        commandColumn(
          3,
          'outletOperationalState',
          { 0: 'off', 1: 'on', 2: 'reboot' },
          { off: 0, on: 1, rebooting: 2, 'stuck-on': -1, 'stuck-off': -1 },
        ),
        wattsColumn(7, 'outletActivePower'),
      ],
    },
  ],
};
