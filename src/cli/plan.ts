import { benchFolderBeside } from '../bench/index.ts';
import { realClock } from '../clock.ts';
import { loadSuites, registeredScenarios } from '../suite/index.ts';
import { readTopology } from '../topology/index.ts';
import { askedSuites } from './asked-suites.ts';
import { frontDoor } from './places.ts';
import { planText } from './plan-text.ts';
import { planOf } from './planned.ts';
import { refuseInterlocked } from './refuse-interlocked.ts';
import { tell, tellJson } from './say.ts';

export interface PlanOptions {
  readonly topology: string;
  readonly json?: true;
  /** Whether the instruments are tried before everything else. */
  readonly controls: boolean;
}

/**
 * Tells what a run of these suites would do on the bench of a topology. Nothing is opened, and no secret is needed.
 * Throws `TopologyError`, and `UsageError` for what `fover run` would not play either, as when power of a unit would be
 * cut more often than the topology allows.
 */
export async function plan(suites: readonly string[], options: PlanOptions): Promise<number> {
  const { topology, path } = readTopology(options.topology);
  await loadSuites(askedSuites(suites, topology, options.controls), frontDoor);
  const planned = planOf(topology, registeredScenarios());
  const kept = topology.simulated ? undefined : benchFolderBeside(path);
  refuseInterlocked(planned, { topology, clock: realClock, kept });
  if (options.json) tellJson(planned, 2);
  else tell(planText(planned));
  return 0;
}
