import { exercisedBy } from '../../judge/index.ts';
import { isFirmwareDefect } from '../../simulator/index.ts';
import type { Defect } from '../../simulator/index.ts';
import type { Rehearsed, RehearsedSuite } from '../rehearsal/rehearsed.ts';

/** A scenario of a suite on a topology where a pair in order passed it. */
export interface Candidate {
  readonly suite: string;
  readonly topology: string;
  readonly scenario: string;
}

const portFaults: readonly string[] = ['interface-down', 'failover-link-down', 'state-link-down'];

/**
 * The scenarios that a pair with the defect must not pass, as an honest pair exercised the very requirements that it
 * breaks there; of a defect of the bench, those that work what is defective. At most so many, each on one topology.
 */
export function candidatesFor(
  defect: Defect,
  honest: readonly RehearsedSuite[],
  atMost: number,
): readonly Candidate[] {
  const found = new Map<string, Candidate & { readonly weight: number }>();
  for (const { suite, topology, scenarios } of honest.toSorted(plainestFirst))
    for (const one of scenarios) {
      const weight = weightOf(defect, one);
      const { name: scenario } = one;
      const known = found.get(scenario);
      if (weight > (known?.weight ?? 0)) found.set(scenario, { suite, topology, scenario, weight });
    }
  return [...found.values()]
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, atMost)
    .map(({ weight: _weight, ...candidate }) => candidate);
}

/** Workers end in any order. The pair with the shortest name is the plainest, and the quickest to play. */
function plainestFirst(one: RehearsedSuite, other: RehearsedSuite): number {
  const byName = one.suite < other.suite ? -1 : Number(one.suite > other.suite);
  return one.topology.length - other.topology.length || byName;
}

/** How much a scenario has to do with the defect: how many of the broken requirements it exercised. */
function weightOf(defect: Defect, scenario: Rehearsed): number {
  if (scenario.outcome !== 'pass') return 0;
  if (isFirmwareDefect(defect)) {
    const exercised = exercisedBy(scenario);
    return defect.breaks.filter((id) => exercised.includes(id)).length;
  }
  if (defect.deaf === 'ports') return portFaults.includes(scenario.fault ?? '') ? 1 : 0;
  return scenario.fault === 'unit-power-loss' ? 1 : 0;
}
