/** A topology made live: opened, watched, journalled, put back. */
export { Bench } from './bench.ts';
export { bringUp, untilSteady } from './bring-up.ts';
export { carryTraffic } from './carry-traffic.ts';
export type { Deed, Effect } from './notebook.ts';
export { openBench } from './open-bench.ts';
export type { BenchOpening } from './open-bench.ts';
export { portOf } from './port.ts';
export { silentProgress } from './progress.ts';
export type { Progress } from './progress.ts';
export { reportOf } from './seen.ts';
export type { PairSeen, Seen } from './seen.ts';
export { activeUnit, missingForSteady } from './steady.ts';
export { StopRequested } from './stop.ts';
export { inWords, whoseFault } from './whose.ts';
