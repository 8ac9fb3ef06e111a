import { countdownColumn, fixedColumn, nameColumn, stateColumn, wattsColumn } from '../outlet-column.ts';
import type { SnmpPduFamily } from '../pdu-family.ts';

const outlets = '1.3.6.1.4.1.534.6.6.7.6';
const rebootOffS = 10;

/** The first PDU of a strap is number 0. */
const index = (outlet: number): readonly number[] => [0, outlet];

/** Eaton ePDU G2 and G3, EATON-EPDU-MIB: a column for each command, and its value is the delay in seconds. */
export const eatonEpdu: SnmpPduFamily = {
  speaks: 'snmp',
  description: 'Simulated Eaton ePDU G3',
  objectId: '1.3.6.1.4.1.534.6.6.7',
  delays: { powerOn: 0, powerOff: 0, reboot: rebootOffS },
  tables: [
    {
      name: 'outletTable',
      oid: `${outlets}.1.1`,
      index,
      columns: [nameColumn(3, 'outletName')],
    },
    {
      name: 'outletPowerTable',
      oid: `${outlets}.5.1`,
      index,
      columns: [wattsColumn(3, 'outletWatts')],
    },
    {
      name: 'outletControlTable',
      oid: `${outlets}.6.1`,
      index,
      columns: [
        stateColumn(2, 'outletControlStatus', { off: 0, on: 1, 'turning-off': 2, 'turning-on': 3 }),
        countdownColumn(3, 'outletControlOffCmd', 'off'),
        countdownColumn(4, 'outletControlOnCmd', 'on'),
        countdownColumn(5, 'outletControlRebootCmd', 'reboot'),
        fixedColumn(8, 'outletControlRebootOffTime', rebootOffS),
        fixedColumn(9, 'outletControlSwitchable', 1),
      ],
    },
  ],
};
