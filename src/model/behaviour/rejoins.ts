import { mateOf } from '../../pair/index.ts';
import type { FailoverSettings, Stimulus, UnitName } from '../../pair/index.ts';
import { becomesStandbyReady, noTimeGiven, staysActive } from '../foretell.ts';
import type { Ground } from '../foretell.ts';
import type { GroupView } from '../pair-state.ts';
import { isOverPolicy, wouldFailIfSilent } from '../policy.ts';
import { activeOf } from '../roles.ts';
import type { Prediction } from '../rule.ts';
import { quietAfterNewsMs } from '../window.ts';

/** True if it was active on the unit when that was lost or it failed there, and has not come back since. */
export const wasActive = (pair: GroupView, unit: UnitName): boolean =>
  pair.formerlyActive?.includes(unit) ?? false;

/** True for a failover group that goes back by itself to this unit, which it prefers, once the unit is available. */
export const isPreemptedBy = (pair: GroupView, unit: UnitName): boolean =>
  pair.group !== undefined && pair.prefers === unit && pair.preemptAfterMs !== undefined;

/**
 * The unit that boots, with healthy interfaces, beside an active mate that it can hear; absent otherwise, and where
 * networks are silent that would count: what their tests come to beside a unit that waits for hellos is not published.
 */
export function unitRejoining(
  pair: GroupView,
  stimulus: Stimulus,
  settings: FailoverSettings,
): UnitName | undefined {
  if (stimulus.stimulus !== 'unit-booting' || pair.units[stimulus.unit] !== 'off') return undefined;
  const mate = mateOf(stimulus.unit);
  const isHeard = activeOf(pair) === mate && pair.failoverLink === 'up';
  const isSettled = !wouldFailIfSilent(pair, mate, settings) && !isOverPolicy(pair, stimulus.unit, settings);
  return isHeard && isSettled ? stimulus.unit : undefined;
}

/** The unit becomes standby, however long its boot and the replication take; its mate stays active. */
export function rejoins(unit: UnitName, settings: FailoverSettings, ground: Ground): readonly Prediction[] {
  return [
    becomesStandbyReady(unit, noTimeGiven, ground),
    staysActive(mateOf(unit), quietAfterNewsMs(settings), ground),
  ];
}
