import {
  commandColumn,
  fixedColumn,
  nameColumn,
  numberColumn,
  pendingColumn,
  stateColumn,
} from '../outlet-column.ts';
import type { SnmpPduFamily } from '../pdu-family.ts';
import { apcDelays, masterState, masterSwitchTable } from './apc-tables.ts';

const rPdu = '1.3.6.1.4.1.318.1.1.12.3';

/** APC rPDU (AP79xx), `rPDUOutlet` of PowerNet-MIB. */
export const apcRpdu: SnmpPduFamily = {
  speaks: 'snmp',
  description: 'Simulated APC rPDU, switched outlets',
  objectId: '1.3.6.1.4.1.318.1.3.4.5',
  delays: apcDelays,
  hasOneUser: true,
  scalars: [
    masterState,
    {
      name: 'rPDUOutletDevCommand',
      oid: `${rPdu}.1.1`,
      reads: () => 1,
      takes: { 1: 'nothing', 2: 'on', 3: 'off' },
    },
  ],
  tables: [
    masterSwitchTable,
    {
      name: 'rPDUOutletControlTable',
      oid: `${rPdu}.3.1.1`,
      columns: [
        numberColumn(1, 'rPDUOutletControlIndex'),
        nameColumn(2, 'rPDUOutletControlOutletName'),
        commandColumn(
          4,
          'rPDUOutletControlOutletCommand',
          {
            1: 'on',
            2: 'off',
            3: 'reboot',
            4: 'delayed-on',
            5: 'delayed-off',
            6: 'delayed-reboot',
            7: 'cancel',
          },
          { on: 1, off: 2 },
        ),
      ],
    },
    {
      name: 'rPDUOutletConfigTable',
      oid: `${rPdu}.4.1.1`,
      columns: [
        numberColumn(1, 'rPDUOutletConfigIndex'),
        nameColumn(2, 'rPDUOutletConfigOutletName'),
        fixedColumn(4, 'rPDUOutletConfigPowerOnTime', apcDelays.powerOn),
        fixedColumn(5, 'rPDUOutletConfigPowerOffTime', apcDelays.powerOff),
        fixedColumn(6, 'rPDUOutletConfigRebootDuration', apcDelays.reboot),
      ],
    },
    {
      name: 'rPDUOutletStatusTable',
      oid: `${rPdu}.5.1.1`,
      columns: [
        numberColumn(1, 'rPDUOutletStatusIndex'),
        nameColumn(2, 'rPDUOutletStatusOutletName'),
        stateColumn(4, 'rPDUOutletStatusOutletState', { on: 1, off: 2 }),
        pendingColumn(5, 'rPDUOutletStatusCommandPending', { pending: 1, none: 2 }),
      ],
    },
  ],
};
