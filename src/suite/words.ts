/** The words that a suite says of a scenario that was played; `vocabulary.ts` teaches them to chai. */
import { AssertionError } from 'chai';
import { isActive } from '../pair/index.ts';
import type { FailoverState, UnitName } from '../pair/index.ts';
import type { PlayedScenario } from './played.ts';
import { activeBefore, statesAfterFault } from './evidence.ts';
import type { StateSighting } from './evidence.ts';

/** A word, about a scenario and perhaps one of its units: true or not, and what to say when it should be otherwise. */
export interface Word {
  readonly holds: boolean;
  readonly otherwise: string;
  readonly negated: string;
}

/** There is nothing to base a word on. It throws, negated or not: silence never passes, and never fails. */
export class NoEvidence extends AssertionError<undefined> {
  constructor(missing: string) {
    super(`inconclusive: ${missing}`);
  }
}

function evidence<T>(found: readonly T[], what: string): readonly T[] {
  if (found.length === 0) throw new NoEvidence(`the timeline has no ${what}`);
  return found;
}

function saidBy(
  unit: UnitName,
  played: PlayedScenario,
  until: 'watch' | 'all',
): readonly [StateSighting, ...StateSighting[]] {
  const [first, ...more] = statesAfterFault(played.entries, until).filter((seen) => seen.unit === unit);
  if (!first) throw new NoEvidence(`the timeline has no word of ${unit} about itself after the fault`);
  return [first, ...more];
}

export function followsTheGuides({ verdict }: PlayedScenario): Word {
  const { outcome, because } = verdict;
  if (outcome === 'inconclusive') throw new NoEvidence(because);
  return {
    holds: outcome === 'pass',
    otherwise: `expected the pair to follow the guides: ${because}`,
    negated: `expected the pair not to follow the guides: ${because}`,
  };
}

export function failsOver({ entries }: PlayedScenario): Word {
  const before = activeBefore(entries);
  if (!before) throw new NoEvidence('no unit said that it was active before the fault');
  const states = evidence(statesAfterFault(entries, 'watch'), 'word of a unit about itself after the fault');
  const taker = states.find(({ unit, state }) => unit !== before && isActive(state));
  return {
    holds: taker !== undefined,
    otherwise: `expected a failover, but ${before} stayed active`,
    negated: `expected no failover, but ${taker?.unit} became active (entry ${taker?.seq})`,
  };
}

export function becomes(played: PlayedScenario, unit: UnitName, state: FailoverState): Word {
  const said = saidBy(unit, played, 'all');
  const seen = [...new Set(said.map((sighting) => sighting.state))];
  return {
    holds: seen.includes(state),
    otherwise: `expected ${unit} to become ${state}, it was ${seen.join(', ')}`,
    negated: `expected ${unit} not to become ${state}`,
  };
}

export function stays(played: PlayedScenario, unit: UnitName, state: FailoverState): Word {
  const other = saidBy(unit, played, 'watch').find((seen) => seen.state !== state);
  return {
    holds: other === undefined,
    otherwise: `expected ${unit} to stay ${state}, but it was ${other?.state} (entry ${other?.seq})`,
    negated: `expected ${unit} not to stay ${state}`,
  };
}

export function interruptsTrafficForAtMost({ entries, verdict }: PlayedScenario, ms: number): Word {
  const batches = entries.filter((entry) => entry.kind === 'observation' && entry.saw.sight === 'probes');
  evidence(batches, 'batch of probes');
  const gap = entries.find((entry) => entry.kind === 'gap' && entry.witness.startsWith('probe '));
  if (gap?.kind === 'gap') throw new NoEvidence(`${gap.witness} could not see all of the time: ${gap.why}`);
  const worst = Math.max(0, ...verdict.outages.map(({ lasted }) => lasted.hiMs ?? Infinity));
  return {
    holds: worst <= ms,
    otherwise: `expected no outage over ${ms} ms, the longest lasted up to ${worst} ms`,
    negated: `expected an outage over ${ms} ms, the longest lasted up to ${worst} ms`,
  };
}
