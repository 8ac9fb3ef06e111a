/** Probes through the pair: sequence-numbered, open loop, in a process of their own. */
export type { HostPort, ProbeFlow } from './probe-flow.ts';
export type { ProbeOptions } from './probe-options.ts';
export type { Probes } from './start-probes.ts';
export type { ProbeGap, ProbeInstants } from './probe-message.ts';
export { startProbes } from './start-probes.ts';
