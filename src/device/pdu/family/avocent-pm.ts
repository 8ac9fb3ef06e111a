import type { SnmpModel } from '../snmp-model.ts';

const outlet = '1.3.6.1.4.1.10418.17.2.5.5.1';

/**
 * Avocent PM behind an ACS console server: rows are port, PDU, outlet. Written and read values differ, and a locked
 * outlet, which would not follow, reads as unsettled.
 */
export const avocentPm: SnmpModel = {
  reach: 'snmp',
  name: 'avocent-pm',
  title: 'Avocent PM1000, PM2000, PM3000',
  source: 'PM-MIB, pmPowerMgmtOutletsTable',
  proof: 'written',
  probes: ['1.3.6.1.4.1.10418.17'],
  control: {
    on: { column: `${outlet}.6`, value: 2 },
    off: { column: `${outlet}.6`, value: 3 },
  },
  status: { column: `${outlet}.5`, power: { 1: 'off', 2: 'on' } },
  // On, about to go off; off, about to go on; on, about to cycle.
  pending: { column: `${outlet}.5`, values: [6, 7, 8] },
  label: `${outlet}.4`,
};
