import type { SnmpModel } from '../snmp-model.ts';

const outlet = '1.3.6.1.4.1.3808.1.1.3.3';

/** CyberPower, the older table, which follows that of APC. */
export const cyberPowerEpdu: SnmpModel = {
  reach: 'snmp',
  name: 'cyberpower-epdu',
  title: 'CyberPower ePDU',
  source: 'CPS-MIB, ePDUOutletControl and ePDUOutletStatus',
  proof: 'written',
  probes: ['1.3.6.1.4.1.3808'],
  control: {
    on: { column: `${outlet}.3.1.1.4`, value: 1 },
    off: { column: `${outlet}.3.1.1.4`, value: 2 },
  },
  status: { column: `${outlet}.5.1.1.4`, power: { 1: 'on', 2: 'off' } },
  pending: { column: `${outlet}.5.1.1.5`, values: [1] },
  label: `${outlet}.5.1.1.2`,
};
