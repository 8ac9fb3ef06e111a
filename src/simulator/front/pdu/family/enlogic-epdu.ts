import { commandColumn, stateColumn } from '../outlet-column.ts';
import type { SnmpPduFamily } from '../pdu-family.ts';

const outlets = '1.3.6.1.4.1.38446.1.5';
const index = (outlet: number): readonly number[] => [1, outlet];

/** Enlogic and nVent: commands count from 1, states from 0. */
export const enlogicEpdu: SnmpPduFamily = {
  speaks: 'snmp',
  description: 'Simulated Enlogic PDU',
  objectId: '1.3.6.1.4.1.38446',
  delays: { powerOn: 5, powerOff: 5, reboot: 5 },
  tables: [
    {
      name: 'pduOutletSwitchedStatusTable',
      oid: `${outlets}.4.1`,
      index,
      columns: [stateColumn(4, 'pduOutletSwitchedStatusState', { off: 0, on: 1 })],
    },
    {
      name: 'pduOutletSwitchedControlTable',
      oid: `${outlets}.5.1`,
      index,
      columns: [
        commandColumn(
          4,
          'pduOutletSwitchedControlCommand',
          {
            1: 'off',
            2: 'on',
            3: 'delayed-off',
            4: 'delayed-on',
            5: 'reboot',
            6: 'delayed-reboot',
          },
          7,
        ),
      ],
    },
  ],
};
