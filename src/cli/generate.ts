import { readTopology } from '../topology/index.ts';
import { coverOn, suiteOf } from './cover.ts';
import { playedCourses } from './played-courses.ts';
import { tell, tellAside } from './say.ts';

export interface GenerateOptions {
  readonly topology: string;
  /** Folders of runs; what they exercised is not asked again. */
  readonly runs?: readonly string[];
}

/**
 * Prints a suite of scenarios for the bench of a topology that reach of the model what the runs have not. No bench is
 * touched. Throws `TopologyError`, and `UsageError` for a folder that is no run.
 */
export function generate({ topology: file, runs = [] }: GenerateOptions): number {
  const { topology } = readTopology(file);
  const cover = coverOn(topology, runs.flatMap(playedCourses));
  tell(suiteOf(cover));
  tellAside(
    `${cover.proposed.length} scenarios; ${cover.outOfReach.length} things of the model cannot be reached by two strikes on this bench\n`,
  );
  return 0;
}
