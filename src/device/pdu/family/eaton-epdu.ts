import type { SnmpModel } from '../snmp-model.ts';

const outlet = '1.3.6.1.4.1.534.6.6.7.6';

/**
 * Eaton ePDU of the second and third generation. Each verb is an object of its own, and what is written there is a
 * delay in seconds: 0 is now. Rows are the strapping index, 0 for a PDU that is alone, and the outlet.
 */
export const eatonEpdu: SnmpModel = {
  reach: 'snmp',
  name: 'eaton-epdu',
  title: 'Eaton ePDU G2, G3',
  source: 'EATON-EPDU-MIB, outletControl',
  proof: 'written',
  probes: ['1.3.6.1.4.1.534.6.6.7'],
  control: {
    on: { column: `${outlet}.6.1.4`, value: 0 },
    off: { column: `${outlet}.6.1.3`, value: 0 },
  },
  status: { column: `${outlet}.6.1.2`, power: { 0: 'off', 1: 'on' } },
  label: `${outlet}.1.1.3`,
  watts: `${outlet}.5.1.3`,
};
