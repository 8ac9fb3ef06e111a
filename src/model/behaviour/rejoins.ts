import { mateOf } from '../../pair/index.ts';
import type { FailoverSettings, Stimulus, UnitName } from '../../pair/index.ts';
import { becomesStandbyReady, noTimeGiven, staysActive } from '../foretell.ts';
import type { Ground } from '../foretell.ts';
import { isOverPolicy } from '../policy.ts';
import { activeOf } from '../roles.ts';
import type { PairState, Prediction } from '../rule.ts';
import { quietAfterNewsMs } from '../window.ts';

/** True if the unit was active when it was lost or failed, and has not come back since. */
export const wasActive = (pair: PairState, unit: UnitName): boolean =>
  pair.formerlyActive?.includes(unit) ?? false;

/** The unit that boots, with healthy interfaces, beside an active mate that it can hear; absent otherwise. */
export function unitRejoining(
  pair: PairState,
  stimulus: Stimulus,
  settings: FailoverSettings,
): UnitName | undefined {
  if (stimulus.stimulus !== 'unit-booting' || pair.units[stimulus.unit] !== 'off') return undefined;
  const mate = mateOf(stimulus.unit);
  const isHeard = activeOf(pair) === mate && pair.failoverLink === 'up';
  const isSettled = !isOverPolicy(pair, mate, settings) && !isOverPolicy(pair, stimulus.unit, settings);
  return isHeard && isSettled ? stimulus.unit : undefined;
}

/** The unit becomes standby, however long its boot and the replication take; its mate stays active. */
export function rejoins(unit: UnitName, settings: FailoverSettings, ground: Ground): readonly Prediction[] {
  return [
    becomesStandbyReady(unit, noTimeGiven, ground),
    staysActive(mateOf(unit), quietAfterNewsMs(settings), ground),
  ];
}
