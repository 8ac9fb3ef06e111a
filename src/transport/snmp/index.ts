/** SNMP: asking and telling one agent at a time, and hearing what agents notify of. */
export type * from './access.ts';
export type * from './agent.ts';
export * from './open-agent.ts';
export * from './open-trap-ear.ts';
export { Turns } from './turns.ts';
export { snmpNumber, snmpText } from './value.ts';
export type { SnmpValue } from './value.ts';
