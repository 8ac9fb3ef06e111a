import { commandColumn, stateColumn } from '../outlet-column.ts';
import type { OutletColumn, SnmpPduFamily } from '../pdu-family.ts';

/** Seconds until the waiting order is obeyed, 0 if none waits. */
const secondsToAction: OutletColumn = {
  number: 7,
  name: 'pduOutletSwitchTimeToAction',
  reads: ({ waiting }) => Math.ceil((waiting?.dueInMs ?? 0) / 1000),
};

/** Vertiv and Geist, VERTIV-V5-MIB: on and off are 2 and 4 in commands, 1 and 2 in states. */
export const geistVertiv: SnmpPduFamily = {
  speaks: 'snmp',
  description: 'Simulated Geist switched rPDU',
  objectId: '1.3.6.1.4.1.21239',
  delays: { powerOn: 5, powerOff: 5, reboot: 5 },
  tables: [
    {
      name: 'pduOutletSwitchTable',
      oid: '1.3.6.1.4.1.21239.5.2.3.5.1',
      columns: [
        stateColumn(4, 'pduOutletSwitchState', {
          on: 1,
          off: 2,
          'turning-off': 3,
          'turning-on': 4,
          rebooting: 6,
        }),
        stateColumn(5, 'pduOutletSwitchRelayFailure', { on: 2, off: 2, 'stuck-on': 1, 'stuck-off': 1 }),
        commandColumn(
          6,
          'pduOutletSwitchControl',
          {
            1: 'cancel',
            2: 'on',
            3: 'delayed-on',
            4: 'off',
            5: 'delayed-off',
            6: 'reboot',
            7: 'delayed-reboot',
          },
          8,
        ),
        secondsToAction,
      ],
    },
  ],
};
