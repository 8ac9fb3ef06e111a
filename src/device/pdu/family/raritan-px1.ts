import type { SnmpModel } from '../snmp-model.ts';

const outlet = '1.3.6.1.4.1.13742.4.1.2.2.1';

/** Raritan PX of the first generation (Dominion PX): one column to write and to read back. */
export const raritanPx1: SnmpModel = {
  reach: 'snmp',
  name: 'raritan-px1',
  title: 'Raritan Dominion PX (first generation)',
  source: 'PDU-MIB of Raritan PX1, outletOperationalState',
  proof: 'written',
  probes: ['1.3.6.1.4.1.13742.4', '1.3.6.1.4.1.13742.1'],
  control: {
    on: { column: `${outlet}.3`, value: 1 },
    off: { column: `${outlet}.3`, value: 0 },
  },
  status: { column: `${outlet}.3`, power: { 0: 'off', 1: 'on' } },
  label: `${outlet}.2`,
};
