import type { SnmpModel } from '../snmp-model.ts';

const outlet = '1.3.6.1.4.1.534.6.6.6.1.2.2.1';

/** Eaton «Managed» ePDU (Revelation, PW10x): its rows begin at 0, the outlets printed on it at 1. */
export const eatonRevelation: SnmpModel = {
  reach: 'snmp',
  name: 'eaton-revelation',
  title: 'Eaton Managed ePDU (Revelation)',
  source: 'PowerMIB of Revelation, objectState',
  proof: 'written',
  probes: ['1.3.6.1.4.1.534.6.6.6'],
  control: {
    on: { column: `${outlet}.3`, value: 1 },
    off: { column: `${outlet}.3`, value: 0 },
  },
  status: { column: `${outlet}.3`, power: { 0: 'off', 1: 'on' } },
  firstRow: 0,
};
