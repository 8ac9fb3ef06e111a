/** Switches: ports told and asked. */
export type * from './switch.ts';
export * from './cisco-ios/open-ios-switch.ts';
export * from './snmp-switch.ts';
