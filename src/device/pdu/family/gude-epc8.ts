import type { SnmpModel } from '../snmp-model.ts';

const port = '1.3.6.1.4.1.28507.1.1.2.2.1';

/** Gude Expert Power Control 8x, the old one, which has a table of its own. */
export const gudeEpc8: SnmpModel = {
  reach: 'snmp',
  name: 'gude-epc8',
  title: 'Gude Expert Power Control 8x',
  source: 'GUDEADS-EPC8X-MIB, epc8PortTable',
  proof: 'written',
  probes: ['1.3.6.1.4.1.28507.1'],
  control: {
    on: { column: `${port}.3`, value: 1 },
    off: { column: `${port}.3`, value: 0 },
  },
  status: { column: `${port}.3`, power: { 0: 'off', 1: 'on' } },
};
