/** A bench that somebody changes by hand, with the interlocks of a run. */
export { byHand } from './by-hand.ts';
export type { ByHand } from './by-hand.ts';
export { lookAtOutlets, meantOutlets, turnOff, turnOn } from './outlets.ts';
export type { MeantOutlets, OutletSeen } from './outlets.ts';
export { bringUpPort, isolateByHand, lookAtPorts, meantPorts, shutPort } from './ports.ts';
export type { PortSeen } from './ports.ts';
