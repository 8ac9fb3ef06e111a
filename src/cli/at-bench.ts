import { realClock } from '../clock.ts';
import type { BenchFolder, DoorsOpening } from '../bench/index.ts';
import { knownHostsPath, readTopology, withEndpoints } from '../topology/index.ts';
import type { Topology } from '../topology/index.ts';
import { secretsOf } from './keep-secrets.ts';
import { plainProgress } from './plain-progress.ts';
import { keptOf } from './kept-of.ts';
import { requireRunningBench } from './running-bench.ts';

/** A bench that somebody works at by hand, with what its doors are opened with. */
export interface AtBench extends DoorsOpening {
  readonly knownHosts: string;
  readonly kept: BenchFolder;
  /** The file of the topology, and its digest. */
  readonly path: string;
  readonly sha256: string;
}

/**
 * Goes to the bench of a topology to work at it by hand; opens nothing. All commands that do so come through here. A
 * simulated bench is the one that `fover simulate` serves in another process. Throws `BenchError` where none does.
 */
export function atBench(topologyPath: string): AtBench {
  const read = readTopology(topologyPath);
  const { topology: written, path, sha256 } = read;
  const secrets = secretsOf(written, path);
  const topology: Topology = written.simulated ? withEndpoints(written, requireRunningBench(path)) : written;
  return {
    topology,
    secrets,
    path,
    sha256,
    clock: realClock,
    progress: plainProgress,
    knownHosts: knownHostsPath(path),
    kept: keptOf(read),
  };
}
