/** What each thing on the bench can be told and asked. */
export * from './console/index.ts';
export * from './firewall/index.ts';
export * from './pdu/index.ts';
export { askFailover, askGroups, askIdentity, askLinks, askPacketsReceived } from './questions.ts';
export type { Asked, SocketLink } from './questions.ts';
export * from './switch/index.ts';
