import { benchFolderBeside } from '../bench/index.ts';
import type { BenchFolder } from '../bench/index.ts';
import type { readTopology } from '../topology/index.ts';
import { keptOfRunningBench } from './running-bench.ts';

/** Where lies what outlives a run on the bench of a topology; a simulated one is served by `fover simulate`. Touches nothing. */
export const keptOf = ({ topology, path }: ReturnType<typeof readTopology>): BenchFolder =>
  topology.simulated ? keptOfRunningBench(path) : benchFolderBeside(path);
