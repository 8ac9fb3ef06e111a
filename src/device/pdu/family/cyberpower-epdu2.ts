import type { SnmpModel } from '../snmp-model.ts';

const outlet = '1.3.6.1.4.1.3808.1.1.6.6.1';

/** CyberPower, the newer table. */
export const cyberPowerEpdu2: SnmpModel = {
  reach: 'snmp',
  name: 'cyberpower-epdu2',
  title: 'CyberPower ePDU2',
  source: 'CPS-MIB, ePDU2OutletSwitchedControl and ePDU2OutletSwitchedStatus',
  proof: 'written',
  probes: ['1.3.6.1.4.1.3808'],
  control: {
    on: { column: `${outlet}.5.1.5`, value: 1 },
    off: { column: `${outlet}.5.1.5`, value: 2 },
  },
  status: { column: `${outlet}.4.1.5`, power: { 1: 'on', 2: 'off' } },
  pending: { column: `${outlet}.4.1.6`, values: [1] },
};
