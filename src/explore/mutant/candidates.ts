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
 * breaks there; of a defect of the bench, those that work what is defective. First those that are about little else,
 * then the quickest; at most so many, each on one topology.
 */
export function candidatesFor(
  defect: Defect,
  honest: readonly RehearsedSuite[],
  atMost: number,
): readonly Candidate[] {
  const weightOf = isFirmwareDefect(defect) ? askedRarely(defect.breaks, honest) : worksWhatIs(defect.deaf);
  const found = new Map<string, Candidate & { readonly weight: number; readonly wallMs: number }>();
  for (const { suite, topology, scenarios } of honest.toSorted(plainestFirst))
    for (const one of scenarios) {
      const weight = one.outcome === 'pass' ? weightOf(one) : 0;
      const { name: scenario, wallMs } = one;
      const known = found.get(scenario);
      if (weight > (known?.weight ?? 0)) found.set(scenario, { suite, topology, scenario, weight, wallMs });
    }
  return [...found.values()]
    .toSorted((one, other) => other.weight - one.weight || one.wallMs - other.wallMs)
    .slice(0, atMost)
    .map(({ weight: _weight, wallMs: _wallMs, ...candidate }) => candidate);
}

/** Workers end in any order. The pair with the shortest name is the plainest, and the quickest to play. */
function plainestFirst(one: RehearsedSuite, other: RehearsedSuite): number {
  const byName = one.suite < other.suite ? -1 : Number(one.suite > other.suite);
  return one.topology.length - other.topology.length || byName;
}

type Weigh = (scenario: Rehearsed) => number;

/**
 * A scenario has the more to do with a defect the fewer others exercise what it breaks: that one unit is active is
 * asked everywhere, that a unit which is reset is ready again in one or two.
 */
function askedRarely(breaks: readonly string[], honest: readonly RehearsedSuite[]): Weigh {
  const askedIn = new Map(breaks.map((id) => [id, new Set<string>()]));
  for (const scenario of honest.flatMap(({ scenarios }) => scenarios))
    for (const id of exercisedBy(scenario)) askedIn.get(id)?.add(scenario.name);
  return (scenario) =>
    exercisedBy(scenario).reduce((sum, id) => {
      const asked = askedIn.get(id);
      return asked ? sum + 1 / asked.size : sum;
    }, 0);
}

/** A defect of the bench shows where ports are taken down, or outlets switched. */
const worksWhatIs =
  (deaf: string | undefined): Weigh =>
  ({ fault = '' }) =>
    Number(deaf === 'ports' ? portFaults.includes(fault) : fault === 'unit-power-loss');
