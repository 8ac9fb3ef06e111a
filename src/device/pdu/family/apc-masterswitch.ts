import type { SnmpModel } from '../snmp-model.ts';

const outlet = '1.3.6.1.4.1.318.1.1.4';

/** APC MasterSwitch. The oldest of the tables, which nearly every APC still answers to: so the probe is wide. */
export const apcMasterSwitch: SnmpModel = {
  reach: 'snmp',
  name: 'apc-masterswitch',
  title: 'APC MasterSwitch (AP92xx), and what still answers as one',
  source: 'PowerNet-MIB 4.5.8, sPDUOutletCtl',
  proof: 'written',
  probes: ['1.3.6.1.4.1.318.1.3.4'],
  control: {
    on: { column: `${outlet}.4.2.1.3`, value: 1 },
    off: { column: `${outlet}.4.2.1.3`, value: 2 },
  },
  status: { column: `${outlet}.4.2.1.3`, power: { 1: 'on', 2: 'off' } },
  pending: { column: `${outlet}.4.2.1.2`, values: [1] },
  label: `${outlet}.4.2.1.4`,
};
