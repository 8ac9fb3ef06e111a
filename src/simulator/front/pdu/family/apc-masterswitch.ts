import type { SnmpPduFamily } from '../pdu-family.ts';
import { apcDelays, masterState, masterSwitchTable } from './apc-tables.ts';

/** APC MasterSwitch, `sPDU` of PowerNet-MIB. */
export const apcMasterSwitch: SnmpPduFamily = {
  speaks: 'snmp',
  description: 'Simulated APC MasterSwitch',
  objectId: '1.3.6.1.4.1.318.1.3.4.4',
  delays: apcDelays,
  hasOneUser: true,
  scalars: [masterState],
  tables: [masterSwitchTable],
};
