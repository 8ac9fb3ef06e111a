import type { SnmpModel } from '../snmp-model.ts';

const switched = '1.3.6.1.4.1.318.1.1.26.9.2';
const metered = '1.3.6.1.4.1.318.1.1.26.9.4';

/**
 * APC rack PDUs of the second generation (AP8xxx). Beware: the state is counted the other way round from the
 * command, 1 is off and 2 is on; and rows are not outlet numbers once PDUs are chained.
 */
export const apcRpdu2: SnmpModel = {
  reach: 'snmp',
  name: 'apc-rpdu2',
  title: 'APC rPDU2 (AP8xxx)',
  source: 'PowerNet-MIB 4.5.8, rPDU2OutletSwitched and rPDU2OutletMetered',
  proof: 'written',
  probes: ['1.3.6.1.4.1.318.1.3.4.6'],
  control: {
    on: { column: `${switched}.4.1.5`, value: 1 },
    off: { column: `${switched}.4.1.5`, value: 2 },
  },
  status: { column: `${switched}.3.1.5`, power: { 1: 'off', 2: 'on' } },
  pending: { column: `${switched}.3.1.6`, values: [1] },
  label: `${switched}.3.1.3`,
  watts: `${metered}.3.1.7`,
  chain: { number: `${switched}.4.1.4`, module: `${switched}.4.1.2` },
};
