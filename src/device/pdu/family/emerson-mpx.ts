import type { SnmpModel } from '../snmp-model.ts';

const receptacle = '1.3.6.1.4.1.476.1.42.3.8.50.20.1';

/** Emerson and Liebert MPX: one column to write and to read back. */
export const emersonMpx: SnmpModel = {
  reach: 'snmp',
  name: 'emerson-mpx',
  title: 'Emerson, Liebert MPX',
  source: 'LIEBERT-GP-PDU-MIB, receptacle control',
  proof: 'written',
  probes: ['1.3.6.1.4.1.476.1.42'],
  control: {
    on: { column: `${receptacle}.100.1`, value: 1 },
    off: { column: `${receptacle}.100.1`, value: 0 },
  },
  status: { column: `${receptacle}.100.1`, power: { 0: 'off', 1: 'on' } },
  label: `${receptacle}.10.1`,
};
