import {
  commandColumn,
  fixedColumn,
  nameColumn,
  numberColumn,
  pendingColumn,
  stateColumn,
  wattsColumn,
} from '../outlet-column.ts';
import type { OutletColumn, SnmpPduFamily } from '../pdu-family.ts';
import { apcDelays, masterState, masterSwitchTable } from './apc-tables.ts';

const outlet = '1.3.6.1.4.1.318.1.1.26.9';

/** APC rPDU2 (AP8xxx), `rPDU2Outlet` of PowerNet-MIB. It counts states the other way round from commands. */
export const apcRpdu2: SnmpPduFamily = {
  speaks: 'snmp',
  description: 'Simulated APC rPDU2, switched outlets',
  objectId: '1.3.6.1.4.1.318.1.3.4.6',
  delays: apcDelays,
  hasOneUser: true,
  scalars: [masterState],
  tables: [
    masterSwitchTable,
    {
      name: 'rPDU2OutletSwitchedConfigTable',
      oid: `${outlet}.2.1.1`,
      columns: [
        ...firstColumns('rPDU2OutletSwitchedConfig'),
        fixedColumn(5, 'rPDU2OutletSwitchedConfigPowerOnTime', apcDelays.powerOn),
        fixedColumn(6, 'rPDU2OutletSwitchedConfigPowerOffTime', apcDelays.powerOff),
        fixedColumn(7, 'rPDU2OutletSwitchedConfigRebootDuration', apcDelays.reboot),
      ],
    },
    {
      name: 'rPDU2OutletSwitchedStatusTable',
      oid: `${outlet}.2.3.1`,
      columns: [
        ...firstColumns('rPDU2OutletSwitchedStatus'),
        stateColumn(5, 'rPDU2OutletSwitchedStatusState', { off: 1, on: 2 }),
        pendingColumn(6, 'rPDU2OutletSwitchedStatusCommandPending', { pending: 1, none: 2 }),
      ],
    },
    {
      name: 'rPDU2OutletSwitchedControlTable',
      oid: `${outlet}.2.4.1`,
      columns: [
        ...firstColumns('rPDU2OutletSwitchedControl'),
        commandColumn(
          5,
          'rPDU2OutletSwitchedControlCommand',
          {
            1: 'on',
            2: 'off',
            3: 'reboot',
            5: 'delayed-on',
            6: 'delayed-off',
            7: 'delayed-reboot',
            8: 'cancel',
          },
          { on: 1, off: 2 },
        ),
      ],
    },
    {
      name: 'rPDU2OutletMeteredStatusTable',
      oid: `${outlet}.4.3.1`,
      columns: [...firstColumns('rPDU2OutletMeteredStatus'), wattsColumn(7, 'rPDU2OutletMeteredStatusPower')],
    },
  ],
};

/** The four columns that all tables begin with; this PDU is alone, so it is module 1. */
function firstColumns(table: string): readonly OutletColumn[] {
  return [
    numberColumn(1, `${table}Index`),
    fixedColumn(2, `${table}Module`, 1),
    nameColumn(3, `${table}Name`),
    numberColumn(4, `${table}Number`),
  ];
}
