import { unitNames } from '../../pair/index.ts';
import type { FailoverSettings, Stimulus } from '../../pair/index.ts';
import { settingsOf, viewsOf } from '../pair-state.ts';
import type { GroupState, PairState } from '../pair-state.ts';
import { predict } from '../predict.ts';
import type { Predicted } from '../rule.ts';
import { longestWaitingMs } from '../window.ts';
import type { Worlds } from './worlds.ts';

/** A stimulus that came before another one, the states that it met, and how long before, in milliseconds, at least. */
export interface Before {
  readonly met: Worlds;
  readonly stimulus: Stimulus;
  readonly leastMs: number;
}

/** Whether it is noticed by hellos and tests alone: a link that is lost is noticed all the same. */
export const isTested = ({ stimulus }: Stimulus): boolean =>
  stimulus === 'interface-cut-off' || stimulus === 'segment-silent' || stimulus === 'segment-heard';

/**
 * Whether interfaces may still wait for the second hello of the mate, as they do «at bootup and immediately after a
 * failover event»: until then nobody monitors them (document 77809, «Failover Monitoring»). Chapter 13 knows of no such
 * time («Interface Monitoring»), so that of interfaces that hear nothing in it there are two readings.
 */
export const mayWait = (before: readonly Before[], settings: FailoverSettings): boolean =>
  before.some((each) =>
    each.met.some((world) => {
      const waitMs = Math.max(...viewsOf(world).map((view) => longestWaitingMs(settingsOf(view, settings))));
      return each.leastMs < changedMs(world, each.stimulus, settings) + waitMs;
    }),
  );

/** How long after the stimulus units boot or change roles at the latest; long ago if they do not. */
function changedMs(world: PairState, stimulus: Stimulus, settings: FailoverSettings): number {
  const boots = stimulus.stimulus === 'unit-booting' || stimulus.stimulus === 'both-units-booting';
  const taking = predict(world, stimulus, settings).flatMap((each) =>
    each.prediction === 'becomes' && each.states.includes('active')
      ? [Math.min(each.latestMs, each.readyForMs ?? Infinity)]
      : [],
  );
  return Math.max(boots ? 0 : -Infinity, ...taking);
}

/**
 * The states that the stimulus may meet while interfaces wait. Where one unit puts an interface to the tests and the
 * other one does not yet, a network that falls silent, or is heard again, finds the standby unit as one that boots.
 */
export function metWaiting(stimulus: Stimulus, worlds: Worlds): Worlds {
  if (stimulus.stimulus === 'interface-cut-off') return worlds;
  return worlds.flatMap((world) => [world, booting(world)]);
}

/** Whether an interface that waits may go unnoticed that would otherwise bring this: what passes over it was lost. */
export const isUnnoticed = ({ prediction }: Predicted, { stimulus }: Stimulus): boolean =>
  stimulus === 'interface-cut-off' && prediction === 'becomes';

/** The pair in which nobody stands by yet. */
function booting(pair: PairState): PairState {
  const { group2 } = pair;
  return {
    ...pair,
    ...withoutReady(pair),
    ...(group2 && { group2: { ...group2, ...withoutReady(group2) } }),
  };
}

function withoutReady({ units }: GroupState): Pick<GroupState, 'units'> {
  const ready = unitNames.filter((unit) => units[unit] === 'standby-ready');
  return { units: { ...units, ...Object.fromEntries(ready.map((unit) => [unit, 'invalid'])) } };
}
