import type { Clock } from '../clock.ts';
import type { Secrets } from '../topology/secrets.ts';
import type { Topology } from '../topology/schema.ts';
import type { SimulatedBench, SimulatedBenchOptions } from './simulated-bench.ts';

export type * from './simulated-bench.ts';

/** The shape of `createSimulatedBench`, for those who are handed one. */
export type CreateSimulatedBench = (
  topology: Topology,
  secrets: Secrets,
  clock: Clock,
  options?: SimulatedBenchOptions,
) => SimulatedBench;
