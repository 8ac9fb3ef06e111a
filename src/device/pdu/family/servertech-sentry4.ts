import type { SnmpModel } from '../snmp-model.ts';

const outlet = '1.3.6.1.4.1.1718.4.1.8';

/** Server Technology PRO1 and PRO2: rows are unit, cord, outlet. */
export const serverTechSentry4: SnmpModel = {
  reach: 'snmp',
  name: 'servertech-sentry4',
  title: 'Server Technology Sentry4 (PRO1, PRO2)',
  source: 'Sentry4-MIB, st4Outlets',
  proof: 'written',
  probes: ['1.3.6.1.4.1.1718.4'],
  control: {
    on: { column: `${outlet}.5.1.2`, value: 1 },
    off: { column: `${outlet}.5.1.2`, value: 2 },
  },
  status: { column: `${outlet}.3.1.1`, power: { 1: 'on', 2: 'off' } },
  // About to go on, about to go off, rebooting.
  pending: { column: `${outlet}.5.1.1`, values: [8, 9, 12] },
  label: `${outlet}.2.1.3`,
};
