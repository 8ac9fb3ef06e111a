import type { SnmpModel } from '../snmp-model.ts';

const pulizzi = '1.3.6.1.4.1.20677.2.6';

/**
 * Eaton «Switched» ePDU (Pulizzi IPV). Outlets are controlled at one row more than they are read at: row 1 of the
 * control switches all of them at once.
 */
export const eatonPulizzi: SnmpModel = {
  reach: 'snmp',
  name: 'eaton-pulizzi',
  title: 'Eaton Switched ePDU (Pulizzi)',
  source: 'Pulizzi MIB as NUT reads it: outlet control and status',
  proof: 'written',
  probes: ['1.3.6.1.4.1.20677'],
  control: {
    on: { column: `${pulizzi}.2.{row+1}.0`, value: 1 },
    off: { column: `${pulizzi}.2.{row+1}.0`, value: 2 },
  },
  status: { column: `${pulizzi}.3.{row}.0`, power: { 1: 'on', 2: 'off' } },
};
