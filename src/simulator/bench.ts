export { createSimulatedBench } from './create-simulated-bench.ts';
export type * from './simulated-bench.ts';
