/** Bytes in and out, whatever carries them. This room knows no device. */
export type * from './line.ts';
export * from './memory-line.ts';
export * from './tcp-line.ts';
export type { BreakLine } from './break-line.ts';
export * from './telnet-line.ts';
export * from './rfc2217-line.ts';
export * from './ssh-line.ts';
export * from './ssh-host-key.ts';
export { legacyAlgorithms } from './ssh-algorithms.ts';
export type { LegacyAlgorithm, LegacyWish } from './ssh-algorithms.ts';
export * from './serial-line.ts';
export type * from './serial-settings.ts';
export type { SnmpAgent, SnmpAgentAccess, SnmpAnswer, SnmpValue } from './snmp/index.ts';
export type { ReceivedTrap, TrapAudience, TrapEar } from './snmp/index.ts';
export { openAgent, openTrapEar, snmpNumber, snmpText, Turns } from './snmp/index.ts';
export { HttpClient, pinnedKey } from './http/index.ts';
export type { HttpAccess, HttpAnswer, HttpRequest, LoginBy, TlsTrust } from './http/index.ts';
