import type { SnmpModel } from '../snmp-model.ts';

const outlet = '1.3.6.1.4.1.850.10.2.3.5.1';

/** Tripp Lite with firmware from before LX. */
export const trippLiteOld: SnmpModel = {
  reach: 'snmp',
  name: 'tripplite-old',
  title: 'Tripp Lite, older firmware',
  source: 'TRIPPLITE MIB, tlOutletTable',
  proof: 'written',
  probes: ['1.3.6.1.4.1.850'],
  control: {
    on: { column: `${outlet}.4.1`, value: 2 },
    off: { column: `${outlet}.4.1`, value: 1 },
  },
  status: { column: `${outlet}.2.1`, power: { 1: 'off', 2: 'on' } },
};
