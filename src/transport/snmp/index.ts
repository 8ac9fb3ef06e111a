/** SNMP: asking and telling one agent at a time. */
export * from './access.ts';
export * from './agent.ts';
export * from './open-agent.ts';
export { snmpNumber, snmpText } from './value.ts';
