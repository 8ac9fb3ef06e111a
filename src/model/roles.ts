import { failoverStates, isActive, isStandby, mateOf, unitNames } from '../pair/index.ts';
import type { FailoverState, UnitName } from '../pair/index.ts';
import type { GroupView } from './pair-state.ts';

/** States in which a unit holds the active role, `active` itself first. */
export const activeStates: readonly FailoverState[] = failoverStates.filter(isActive).toReversed();

/** States in which a unit holds the standby role or is on its way there from a boot, `standby-ready` first. */
export const standbyStates: readonly FailoverState[] = failoverStates.filter(isStandby).toReversed();

/** True if the unit says that it holds the active role. */
export function isActiveIn(pair: GroupView, unit: UnitName): boolean {
  const state = pair.units[unit];
  return state !== 'off' && isActive(state);
}

/** The one active unit; absent if there is none, or if both are. */
export function activeOf(pair: GroupView): UnitName | undefined {
  const [active, other] = unitNames.filter((unit) => isActiveIn(pair, unit));
  return other === undefined ? active : undefined;
}

/** Who is active and who stands by, ready: the pair in which a failover is possible as far as the units go. */
export interface Roles {
  readonly active: UnitName;
  readonly standby: UnitName;
}

/** The roles of a pair with one active unit and the other `standby-ready`; absent otherwise. */
export function rolesOf(pair: GroupView): Roles | undefined {
  const active = activeOf(pair);
  if (active === undefined) return undefined;
  const standby = mateOf(active);
  return pair.units[standby] === 'standby-ready' ? { active, standby } : undefined;
}
