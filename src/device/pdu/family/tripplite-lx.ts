import type { SnmpModel } from '../snmp-model.ts';

const outlet = '1.3.6.1.4.1.850.1.1.3.2.3.3.1.1';

/** Tripp Lite LX: rows are device and outlet. */
export const trippLiteLx: SnmpModel = {
  reach: 'snmp',
  name: 'tripplite-lx',
  title: 'Tripp Lite LX',
  source: 'TRIPPLITE-PRODUCTS, tlpPduOutletTable',
  proof: 'written',
  probes: ['1.3.6.1.4.1.850.1'],
  control: {
    on: { column: `${outlet}.6`, value: 2 },
    off: { column: `${outlet}.6`, value: 1 },
  },
  status: { column: `${outlet}.4`, power: { 1: 'off', 2: 'on' } },
  label: `${outlet}.2`,
};
