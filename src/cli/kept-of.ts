import { benchFolderBeside } from '../bench/index.ts';
import type { BenchFolder } from '../bench/index.ts';
import { readTopology } from '../topology/index.ts';
import { keptOfRunningBench } from './running-bench.ts';

/** Where it is kept what outlives a run on the bench of a topology. Touches nothing. */
export function keptOf(topologyPath: string): BenchFolder {
  const { topology, path } = readTopology(topologyPath);
  return topology.simulated ? keptOfRunningBench(path) : benchFolderBeside(path);
}
