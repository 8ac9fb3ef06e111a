import type { SnmpModel } from '../snmp-model.ts';

const outlet = '1.3.6.1.4.1.1718.3.2.3.1';

/** Server Technology of the third generation (Sentry Switched CDU): rows are tower, infeed, outlet. */
export const serverTechSentry3: SnmpModel = {
  reach: 'snmp',
  name: 'servertech-sentry3',
  title: 'Server Technology Sentry3',
  source: 'Sentry3-MIB, outletTable',
  proof: 'written',
  probes: ['1.3.6.1.4.1.1718.3'],
  control: {
    on: { column: `${outlet}.11`, value: 1 },
    off: { column: `${outlet}.11`, value: 2 },
  },
  status: { column: `${outlet}.5`, power: { 0: 'off', 1: 'on' } },
  // Rebooting, about to go on, about to go off.
  pending: { column: `${outlet}.10`, values: [8, 10, 11] },
  label: `${outlet}.3`,
};
