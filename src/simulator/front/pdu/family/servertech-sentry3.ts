import { commandColumn, nameColumn, stateColumn, wattsColumn } from '../outlet-column.ts';
import type { SnmpPduFamily } from '../pdu-family.ts';

/** Server Technology Sentry3-MIB: tower, infeed, outlet. */
export const servertechSentry3: SnmpPduFamily = {
  speaks: 'snmp',
  description: 'Simulated Sentry Switched CDU',
  objectId: '1.3.6.1.4.1.1718.3',
  delays: { powerOn: 5, powerOff: 5, reboot: 15 },
  tables: [
    {
      name: 'outletTable',
      oid: '1.3.6.1.4.1.1718.3.2.3.1',
      index: (outlet) => [1, 1, outlet],
      columns: [
        nameColumn(3, 'outletName'),
        stateColumn(5, 'outletStatus', {
          off: 0,
          on: 1,
          'turning-on': 2,
          'turning-off': 3,
          'stuck-off': 4,
          'stuck-on': 5,
        }),
        stateColumn(10, 'outletControlState', {
          off: 4,
          on: 5,
          rebooting: 8,
          'turning-on': 10,
          'turning-off': 11,
        }),
        commandColumn(11, 'outletControlAction', { 0: 'nothing', 1: 'on', 2: 'off', 3: 'reboot' }, 0),
        wattsColumn(14, 'outletPower'),
      ],
    },
  ],
};
