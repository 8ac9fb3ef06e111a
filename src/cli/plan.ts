import { loadSuites, registeredScenarios } from '../suite/index.ts';
import { readTopology } from '../topology/index.ts';
import { askedSuites } from './asked-suites.ts';
import { frontDoor } from './places.ts';
import { planText } from './plan-text.ts';
import { planOf } from './planned.ts';
import { tell, tellJson } from './say.ts';

export interface PlanOptions {
  readonly topology: string;
  readonly json?: true;
  /** Whether the instruments are tried before everything else. */
  readonly controls: boolean;
}

/**
 * Tells what a run of these suites would do on the bench of a topology. Nothing is opened, and no secret is needed.
 * Throws `TopologyError`, and `UsageError` for what `fover run` would not play either.
 */
export async function plan(suites: readonly string[], options: PlanOptions): Promise<number> {
  const { topology } = readTopology(options.topology);
  await loadSuites(askedSuites(suites, topology, options.controls), frontDoor);
  const planned = planOf(topology, registeredScenarios());
  if (options.json) tellJson(planned, 2);
  else tell(planText(planned));
  return 0;
}
