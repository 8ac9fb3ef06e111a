import { commandColumn, nameColumn, numberColumn, pendingColumn, stateColumn } from '../outlet-column.ts';
import type { SnmpPduFamily } from '../pdu-family.ts';

const ePduOutlet = '1.3.6.1.4.1.3808.1.1.3.3';

/** CyberPower ePDU, CPS-MIB. */
export const cyberPowerEpdu: SnmpPduFamily = {
  speaks: 'snmp',
  description: 'Simulated CyberPower ePDU',
  objectId: '1.3.6.1.4.1.3808',
  delays: { powerOn: 5, powerOff: 5, reboot: 5 },
  tables: [
    {
      name: 'ePDUOutletControlTable',
      oid: `${ePduOutlet}.3.1.1`,
      columns: [
        numberColumn(1, 'ePDUOutletControlIndex'),
        nameColumn(2, 'ePDUOutletControlOutletName'),
        commandColumn(
          4,
          'ePDUOutletControlOutletCommand',
          {
            1: 'on',
            2: 'off',
            3: 'reboot',
            4: 'delayed-on',
            5: 'delayed-off',
            6: 'delayed-reboot',
            7: 'cancel',
            8: 'nothing',
          },
          { on: 1, off: 2 },
        ),
      ],
    },
    {
      name: 'ePDUOutletStatusTable',
      oid: `${ePduOutlet}.5.1.1`,
      columns: [
        numberColumn(1, 'ePDUOutletStatusIndex'),
        nameColumn(2, 'ePDUOutletStatusOutletName'),
        stateColumn(4, 'ePDUOutletStatusOutletState', { on: 1, off: 2 }),
        pendingColumn(5, 'ePDUOutletStatusCommandPending', { pending: 1, none: 2 }),
      ],
    },
  ],
};
