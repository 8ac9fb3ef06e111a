import { commandColumn, stateColumn } from '../outlet-column.ts';
import type { SnmpPduFamily } from '../pdu-family.ts';

/** Avocent PM1000, PM2000 and PM3000 behind a console server, PM-MIB: port, PDU, outlet. */
export const avocentPm: SnmpPduFamily = {
  speaks: 'snmp',
  description: 'Simulated Avocent ACS with a PM PDU',
  objectId: '1.3.6.1.4.1.10418.17.1.7',
  delays: { powerOn: 5, powerOff: 5, reboot: 15 },
  tables: [
    {
      name: 'pmPowerMgmtOutletsTable',
      oid: '1.3.6.1.4.1.10418.17.2.5.5.1',
      index: (outlet) => [1, 1, outlet],
      columns: [
        stateColumn(5, 'pmPowerMgmtOutletsTableStatus', {
          off: 1,
          on: 2,
          rebooting: 5,
          'turning-on': 6,
          'turning-off': 7,
        }),
        commandColumn(
          6,
          'pmPowerMgmtOutletsTablePowerControl',
          { 1: 'nothing', 2: 'on', 3: 'off', 4: 'reboot' },
          1,
        ),
      ],
    },
  ],
};
