import type { RequirementFamily } from '../../pair/index.ts';

/** What the requirements of each family are about, in the order in which they are told. */
export const families: Readonly<Record<RequirementFamily, string>> = {
  AS: 'Active/Standby failover',
  AA: 'Active/Active failover',
  UH: 'unit health',
  IH: 'interface health',
  CFG: 'configuration',
  REP: 'replication',
  STATE: 'stateful failover',
  MAC: 'addresses',
  EXEC: 'remote commands',
  AU: 'auto update',
  TIME: 'times',
  SYS: 'system requirements',
  OPS: 'operation',
  LOG: 'messages',
};
