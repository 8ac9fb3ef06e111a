import type { SnmpModel } from '../snmp-model.ts';

const output = '1.3.6.1.4.1.47952.1.1.1';

/** NETIO, where SNMP has been switched on. */
export const netioSnmp: SnmpModel = {
  reach: 'snmp',
  name: 'netio-snmp',
  title: 'NETIO, by SNMP',
  source: 'NETIO-PRODUCTS-NETIO-MIB, netioOutputTable',
  proof: 'written',
  probes: ['1.3.6.1.4.1.47952'],
  control: {
    on: { column: `${output}.5`, value: 1 },
    off: { column: `${output}.5`, value: 0 },
  },
  status: { column: `${output}.3`, power: { 0: 'off', 1: 'on' } },
  label: `${output}.2`,
};
