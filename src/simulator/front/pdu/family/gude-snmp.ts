import { commandColumn, nameColumn } from '../outlet-column.ts';
import type { SnmpPduFamily } from '../pdu-family.ts';

/** The model stands in the middle of every OID: this one is an 8045. */
const model = '1.3.6.1.4.1.28507.87';

/** Gude Expert Power Control 8045: it counts the moves of its relays, which proves that one has moved. */
export const gudeSnmp: SnmpPduFamily = {
  speaks: 'snmp',
  description: 'Simulated Gude Expert Power Control 8045',
  objectId: model,
  delays: { powerOn: 5, powerOff: 5, reboot: 5 },
  tables: [
    {
      name: 'epcPortTable',
      oid: `${model}.1.3.1.2.1`,
      columns: [
        nameColumn(2, 'epcPortName'),
        commandColumn(3, 'epcPortState', { 0: 'off', 1: 'on' }, { off: 0, on: 1 }),
        { number: 4, name: 'epcPortSwitchCount', reads: ({ moves }) => moves },
      ],
    },
  ],
};
