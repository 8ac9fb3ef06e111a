import { commandColumn, nameColumn, stateColumn } from '../outlet-column.ts';
import type { SnmpPduFamily } from '../pdu-family.ts';

/** NETIO with SNMP enabled; JSON is the better known way. */
export const netioSnmp: SnmpPduFamily = {
  speaks: 'snmp',
  description: 'Simulated NETIO PowerPDU',
  objectId: '1.3.6.1.4.1.47952',
  delays: { powerOn: 5, powerOff: 5, reboot: 5 },
  tables: [
    {
      name: 'netioOutputsTable',
      oid: '1.3.6.1.4.1.47952.1.1.1',
      columns: [
        nameColumn(2, 'netioOutputName'),
        stateColumn(3, 'netioOutputState', { off: 0, on: 1 }),
        commandColumn(
          5,
          'netioOutputAction',
          { 0: 'off', 1: 'on', 2: 'short-off', 3: 'short-on', 4: 'toggle', 5: 'nothing' },
          5,
        ),
      ],
    },
  ],
};
