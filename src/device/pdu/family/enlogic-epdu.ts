import type { SnmpModel } from '../snmp-model.ts';

const outlet = '1.3.6.1.4.1.38446.1.5';

/** Enlogic and nVent. The command counts 1 and 2, the state 0 and 1. */
export const enlogicEpdu: SnmpModel = {
  reach: 'snmp',
  name: 'enlogic-epdu',
  title: 'Enlogic, nVent',
  source: 'ENLOGIC-PDU-MIB, pduOutletSwitched',
  proof: 'written',
  probes: ['1.3.6.1.4.1.38446'],
  control: {
    on: { column: `${outlet}.5.1.4`, value: 2 },
    off: { column: `${outlet}.5.1.4`, value: 1 },
  },
  status: { column: `${outlet}.4.1.4`, power: { 0: 'off', 1: 'on' } },
};
