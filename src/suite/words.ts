/** The words that a suite says of a scenario that was played; `vocabulary.ts` teaches them to chai. */
import { AssertionError } from 'chai';
import { isActive } from '../pair/index.ts';
import type { FailoverState, GroupId, UnitName } from '../pair/index.ts';
import { keepsLimit, longestOf } from '../judge/index.ts';
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

/** Whom a word is about: a unit, and in Active/Active one failover group on it. */
export interface Spoken {
  readonly unit: UnitName;
  readonly group: GroupId;
}

function saidBy(
  { unit, group }: Spoken,
  played: PlayedScenario,
  until: 'watch' | 'all',
): readonly [StateSighting, ...StateSighting[]] {
  const all = statesAfterFault(played.entries, until, group);
  const [first, ...more] = all.filter((seen) => seen.unit === unit);
  if (!first)
    throw new NoEvidence(`the timeline has no word of ${unit}${ofGroup(group)} about itself after the fault`);
  return [first, ...more];
}

/** Group 1 goes without saying: in Active/Standby it is the unit. */
const ofGroup = (group: GroupId): string => (group === 1 ? '' : ` of group ${group}`);

export function followsTheGuides({ verdict }: PlayedScenario): Word {
  const { outcome, because } = verdict;
  if (outcome === 'inconclusive') throw new NoEvidence(because);
  return {
    holds: outcome === 'pass',
    otherwise: `expected the pair to follow the guides: ${because}`,
    negated: `expected the pair not to follow the guides: ${because}`,
  };
}

export function failsOver({ entries }: PlayedScenario, group: GroupId): Word {
  const before = activeBefore(entries, group);
  if (!before) throw new NoEvidence(`no unit said that it was active${ofGroup(group)} before the fault`);
  const what = 'word of a unit about itself after the fault';
  const states = evidence(statesAfterFault(entries, 'watch', group), what);
  const taker = states.find(({ unit, state }) => unit !== before && isActive(state));
  return {
    holds: taker !== undefined,
    otherwise: `expected a failover${ofGroup(group)}, but ${before} stayed active`,
    negated: `expected no failover${ofGroup(group)}, but ${taker?.unit} became active (entry ${taker?.seq})`,
  };
}

export function becomes(played: PlayedScenario, spoken: Spoken, state: FailoverState): Word {
  const said = saidBy(spoken, played, 'all');
  const seen = [...new Set(said.map((sighting) => sighting.state))];
  const who = `${spoken.unit}${ofGroup(spoken.group)}`;
  return {
    holds: seen.includes(state),
    otherwise: `expected ${who} to become ${state}, it was ${seen.join(', ')}`,
    negated: `expected ${who} not to become ${state}`,
  };
}

export function stays(played: PlayedScenario, spoken: Spoken, state: FailoverState): Word {
  const other = saidBy(spoken, played, 'watch').find((seen) => seen.state !== state);
  const who = `${spoken.unit}${ofGroup(spoken.group)}`;
  return {
    holds: other === undefined,
    otherwise: `expected ${who} to stay ${state}, but it was ${other?.state} (entry ${other?.seq})`,
    negated: `expected ${who} not to stay ${state}`,
  };
}

export function interruptsTrafficForAtMost({ entries, verdict }: PlayedScenario, ms: number): Word {
  const batches = entries.filter((entry) => entry.kind === 'observation' && entry.saw.sight === 'probes');
  evidence(batches, 'batch of probes');
  const gap = entries.find((entry) => entry.kind === 'gap' && entry.witness.startsWith('probe '));
  if (gap?.kind === 'gap') throw new NoEvidence(`${gap.witness} could not see all of the time: ${gap.why}`);
  const outcome = keepsLimit(verdict.outages, ms);
  const longest = longestOf(verdict.outages)?.lasted ?? { loMs: 0, hiMs: 0 };
  const lasted = `the longest lasted from ${longest.loMs} ms up to ${longest.hiMs ?? Infinity} ms`;
  if (outcome === 'inconclusive') throw new NoEvidence(`whether no outage was over ${ms} ms: ${lasted}`);
  return {
    holds: outcome === 'pass',
    otherwise: `expected no outage over ${ms} ms, ${lasted}`,
    negated: `expected an outage over ${ms} ms, ${lasted}`,
  };
}
