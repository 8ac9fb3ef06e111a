import type { SnmpModel } from '../snmp-model.ts';

const port = '1.3.6.1.4.1.28507.{model}.1.3.1.2.1';

/** Gude Expert Power Control. The number of the very model is part of every OID: 58 for the 8226, 87 for the 8045. */
export const gudeSnmp: SnmpModel = {
  reach: 'snmp',
  name: 'gude-snmp',
  title: 'Gude Expert Power Control',
  source: 'GUDEADS MIBs, PortTable',
  proof: 'written',
  probes: ['1.3.6.1.4.1.28507'],
  control: {
    on: { column: `${port}.3`, value: 1 },
    off: { column: `${port}.3`, value: 0 },
  },
  status: { column: `${port}.3`, power: { 0: 'off', 1: 'on' } },
  label: `${port}.2`,
};
