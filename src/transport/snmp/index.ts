/** SNMP: asking and telling one agent at a time. */
export type * from './access.ts';
export type * from './agent.ts';
export * from './open-agent.ts';
export { snmpNumber, snmpText } from './value.ts';
