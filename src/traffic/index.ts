/** Probes through the pair: sequence-numbered, open loop, in a process of their own; and sessions that are held open. */
export type { HostPort, ProbeFlow } from './probe-flow.ts';
export type { ProbeOptions } from './probe-options.ts';
export type { Probes } from './start-probes.ts';
export type { ProbeGap, ProbeInstants } from './probe-message.ts';
export { startProbes } from './start-probes.ts';
export type { EchoEar, EchoLine, LineEnd, OpenLine } from './session/echo-line.ts';
export { HeldSession } from './session/held-session.ts';
export type { SessionNews } from './session/held-session.ts';
export { serveEcho } from './session/serve-echo.ts';
export type { ServedEcho } from './session/serve-echo.ts';
export { tcpLine } from './session/tcp-line.ts';
