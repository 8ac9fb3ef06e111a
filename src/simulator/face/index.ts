/** What the simulated bench shows of itself; whoever serves it or drives it sees nothing else. */
export type * from './bench-options.ts';
export type * from './simulated-bench.ts';
export type * from './simulated-session.ts';
export type * from './simulated-unit.ts';
export type * from './trouble.ts';
export type * from './web.ts';
export type { LogCall } from '../fabric/host/log-host.ts';
export type { SimulatedOutlet, SimulatedPdu } from '../fabric/power/simulated-pdu.ts';
export type * from '../fabric/switch/simulated-switch.ts';
export { errDisableCauses } from '../fabric/switch/err-disable.ts';
