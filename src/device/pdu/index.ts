/** PDUs: outlets told and asked. */
export type { SnmpAgentAccess as AgentAccess } from '../../transport/index.ts';
export type * from './pdu.ts';
export type * from './pdu-model.ts';
export * from './models.ts';
export * from './snmp-pdu.ts';
