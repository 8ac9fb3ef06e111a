import { mateOf } from '../../pair/index.ts';
import type { FailoverSettings, Stimulus, UnitName } from '../../pair/index.ts';
import { returnOf } from '../concern.ts';
import { becomesActive, becomesStandbyReady } from '../foretell.ts';
import type { GroupView } from '../pair-state.ts';
import { isOverPolicy, wouldRecover } from '../policy.ts';
import { activeActive } from '../requirement/active-active.ts';
import { operation } from '../requirement/operation.ts';
import { activeOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { called } from '../sources.ts';
import { availableMs } from '../window.ts';
import { isPreemptedBy, unitRejoining, wasActive } from './rejoins.ts';

/**
 * A failover group with `preempt` goes back to the unit that it prefers when that is available: booted, or healthy
 * again after its interfaces failed. The delay counts from an instant that is not said, at the earliest from here,
 * and at the latest from when the unit is available by any reading; for the rest no time is given.
 */
export const preempts: Rule = {
  name: 'failover group preempts',
  requirements: [
    activeActive.preempt,
    activeActive.preemptDelay,
    activeActive.formerlyActiveReturns,
    operation.restoredPreempts,
  ],
  predict(pair, stimulus, settings) {
    const unit = unitRejoining(pair, stimulus, settings) ?? unitRestored(pair, stimulus, settings);
    if (unit === undefined || !isPreemptedBy(pair, unit)) return [];
    const window = { earliestMs: pair.preemptAfterMs ?? 0, latestMs: Infinity };
    const delay = window.earliestMs > 0 ? [activeActive.preemptDelay] : [];
    const restored = stimulus.stimulus === 'unit-booting' ? [] : [operation.restoredPreempts];
    const ground = {
      because: `${unit}, which the group prefers, is available again: ${called(pair, unit)} becomes active by itself`,
      requirements: [activeActive.preempt, activeActive.formerlyActiveReturns, ...delay, ...restored],
    };
    const readyForMs = window.earliestMs + availableMs(settings);
    return [
      { ...becomesActive(unit, window, ground), readyForMs },
      becomesStandbyReady(mateOf(unit), window, ground),
    ];
  },
};

/** The unit on which the group failed while active, and which is healthy again by this; absent if there is none. */
function unitRestored(pair: GroupView, stimulus: Stimulus, settings: FailoverSettings): UnitName | undefined {
  const unit = returnOf(stimulus)?.unit ?? resetOf(pair, stimulus);
  if (unit === undefined || pair.units[unit] !== 'failed' || !wasActive(pair, unit)) return undefined;
  const mate = mateOf(unit);
  if (activeOf(pair) !== mate || pair.failoverLink === 'down' || isOverPolicy(pair, mate, settings))
    return undefined;
  const isReset = stimulus.stimulus === 'told-reset' && !isOverPolicy(pair, unit, settings);
  return isReset || wouldRecover(pair, unit, stimulus, settings) ? unit : undefined;
}

const resetOf = ({ prefers }: GroupView, { stimulus }: Stimulus): UnitName | undefined =>
  stimulus === 'told-reset' ? prefers : undefined;
