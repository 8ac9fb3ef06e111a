import { mateOf, unitNames } from '../../pair/index.ts';
import type { FailoverSettings, Stimulus } from '../../pair/index.ts';
import { isPreemptedBy } from '../behaviour/rejoins.ts';
import { lossOf } from '../concern.ts';
import { viewsOf } from '../pair-state.ts';
import type { GroupView, PairState } from '../pair-state.ts';
import { predictFor } from '../predict.ts';
import { activeOf } from '../roles.ts';

/**
 * Whether the guides leave it open who is active after this, in one of the groups: they are silent, or contradict each
 * other. Of what comes then nothing can be foretold, and two active units, or none, may be what they mean.
 */
export function leavesOpen(pair: PairState, stimulus: Stimulus, settings: FailoverSettings): boolean {
  return viewsOf(pair).some((view) => isOpenIn(view, stimulus, settings));
}

function isOpenIn(view: GroupView, stimulus: Stimulus, settings: FailoverSettings): boolean {
  if (isIdle(view, stimulus)) return false;
  const predicted = predictFor(view, stimulus, settings);
  if (stimulus.stimulus === 'unit-booting')
    return !predicted.some(({ prediction, who }) => prediction === 'becomes' && who === stimulus.unit);
  if (view.disabled && isForced(stimulus)) return true;
  // Lost «in operation» or «at startup» (Table 13-2) depends on how far the unit is that boots, which nobody can know.
  if (stimulus.stimulus === 'failover-link-down' && unitNames.some((unit) => view.units[unit] === 'invalid'))
    return true;
  return !predicted.some(({ states }) => states.includes('active'));
}

/**
 * Whether the mate is busy after this for a time that the guides do not give: written to, it clears its configuration
 * and is not ready to take over before it has received all of it.
 */
export const makesMateBusy = ({ stimulus }: Stimulus): boolean => stimulus === 'told-write-standby';

const isForced = ({ stimulus }: Stimulus): boolean =>
  stimulus === 'told-active' || stimulus === 'told-standby';

/** It asks for what is so already, or nobody is there to notice it. */
function isIdle(view: GroupView, stimulus: Stimulus): boolean {
  const active = activeOf(view);
  const { units } = view;
  const loss = lossOf(stimulus);
  if (loss && active === mateOf(loss.unit) && units[loss.unit] !== 'standby-ready') return true;
  switch (stimulus.stimulus) {
    case 'unit-silent':
      return units[stimulus.unit] === 'off' || units[mateOf(stimulus.unit)] === 'off';
    case 'unit-booting':
      return units[stimulus.unit] !== 'off';
    case 'told-active':
      return active === stimulus.unit;
    case 'told-standby':
    case 'told-write-standby':
      return active === mateOf(stimulus.unit);
    case 'told-reset':
      // Where there is nothing to restore the guides are silent; a group may take its unit for available anew, and an
      // interface that is «Unknown» on both units may count as sound on the one that was reset until it is tested again.
      return (
        active !== undefined &&
        units[mateOf(active)] === 'standby-ready' &&
        !isPreemptedBy(view, mateOf(active)) &&
        (view.silent ?? []).length === 0
      );
    case 'state-link-down':
    case 'state-link-up':
      return true;
    default:
      return unitNames.every((unit) => units[unit] === 'off') && stimulus.stimulus !== 'both-units-booting';
  }
}
