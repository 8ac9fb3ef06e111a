import type { SnmpModel } from '../snmp-model.ts';

const outlet = '1.3.6.1.4.1.21239.5.2.3.5.1';

/** Vertiv and Geist, MIB version 5. The values to write are 2 and 4; an outlet that is not under manual control refuses. */
export const geistVertiv: SnmpModel = {
  reach: 'snmp',
  name: 'geist-vertiv',
  title: 'Vertiv, Geist (V5)',
  source: 'VERTIV-V5-MIB, pduOutletSwitchTable',
  proof: 'written',
  probes: ['1.3.6.1.4.1.21239'],
  control: {
    on: { column: `${outlet}.6`, value: 2 },
    off: { column: `${outlet}.6`, value: 4 },
  },
  status: { column: `${outlet}.4`, power: { 1: 'on', 2: 'off' } },
  label: `${outlet}.3`,
};
