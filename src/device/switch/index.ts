/** Switches: ports told and asked. */
export * from './switch.ts';
export * from './snmp-switch.ts';
