import type { SnmpModel } from '../snmp-model.ts';

const outlet = '1.3.6.1.4.1.318.1.1.12.3';

/** APC rack PDUs of the first generation (AP79xx). Old firmware speaks SNMP version 1 only. */
export const apcRpdu: SnmpModel = {
  reach: 'snmp',
  name: 'apc-rpdu',
  title: 'APC rPDU (AP79xx)',
  source: 'PowerNet-MIB 4.5.8, rPDUOutletControl and rPDUOutletStatus',
  proof: 'written',
  probes: ['1.3.6.1.4.1.318.1.3.4.5'],
  control: {
    on: { column: `${outlet}.3.1.1.4`, value: 1 },
    off: { column: `${outlet}.3.1.1.4`, value: 2 },
  },
  status: { column: `${outlet}.5.1.1.4`, power: { 1: 'on', 2: 'off' } },
  pending: { column: `${outlet}.5.1.1.5`, values: [1] },
  label: `${outlet}.5.1.1.2`,
};
