export { createSimulatedBench } from './create-simulated-bench.ts';
export type * from './face/index.ts';
