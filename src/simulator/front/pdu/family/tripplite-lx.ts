import { commandColumn, fixedColumn, stateColumn } from '../outlet-column.ts';
import type { SnmpPduFamily } from '../pdu-family.ts';

/** `true` of SNMPv2-TC. */
const truth = 1;

/** Tripp Lite with an LX card, TRIPPLITE-PRODUCTS: device, outlet. */
export const trippLiteLx: SnmpPduFamily = {
  speaks: 'snmp',
  description: 'Simulated Tripp Lite PDU with WEBCARDLX',
  objectId: '1.3.6.1.4.1.850.1',
  delays: { powerOn: 5, powerOff: 5, reboot: 5 },
  tables: [
    {
      name: 'tlpPduOutletTable',
      oid: '1.3.6.1.4.1.850.1.1.3.2.3.3.1.1',
      index: (outlet) => [1, outlet],
      columns: [
        stateColumn(4, 'tlpPduOutletState', { off: 1, on: 2 }),
        fixedColumn(5, 'tlpPduOutletControllable', truth),
        commandColumn(6, 'tlpPduOutletCommand', { 0: 'nothing', 1: 'off', 2: 'on', 3: 'reboot' }, 0),
      ],
    },
  ],
};
