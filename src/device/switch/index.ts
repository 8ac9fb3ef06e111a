/** Switches: ports told and asked. */
export type { SnmpAgentAccess as AgentAccess } from '../../transport/index.ts';
export type { Acknowledgement } from '../acknowledgement.ts';
export * from './switch.ts';
export * from './snmp-switch.ts';
