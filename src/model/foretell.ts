import { mateOf } from '../pair/index.ts';
import type { FailoverState, Requirement, UnitName } from '../pair/index.ts';
import { activeStates, standbyStates } from './roles.ts';
import type { Roles } from './roles.ts';
import type { GroupView } from './pair-state.ts';
import type { Becomes, Stays } from './rule.ts';
import type { Window } from './window.ts';

/** When the guides promise a change and give no time for it. */
export const noTimeGiven: Window = { earliestMs: 0, latestMs: Infinity };

/** Why something follows: one sentence, and the requirements that say so. */
export interface Ground {
  readonly because: string;
  readonly requirements: readonly Requirement[];
}

const grounded = ({
  because,
  requirements,
}: Ground): { because: string; requirements: readonly string[] } => ({
  because,
  requirements: requirements.map(({ id }) => id),
});

function becomes(
  who: UnitName,
  states: readonly FailoverState[],
  window: Window,
  ground: Ground,
  saidBy: Becomes['saidBy'] = 'itself',
): Becomes {
  return { prediction: 'becomes', who, states, saidBy, ...window, ...grounded(ground) };
}

/** The unit says that it is active, or is in the short chain that ends there. */
export const becomesActive = (who: UnitName, window: Window, ground: Ground): Becomes =>
  becomes(who, activeStates, window, ground);

/** The unit says that it is ready to take over. */
export const becomesStandbyReady = (who: UnitName, window: Window, ground: Ground): Becomes =>
  becomes(who, ['standby-ready'], window, ground);

/** The unit says of itself that it failed. */
export const becomesFailed = (who: UnitName, window: Window, ground: Ground): Becomes =>
  becomes(who, ['failed'], window, ground);

/** The mate of the unit says that the unit failed; the unit itself may be dead. */
export const markedFailed = (who: UnitName, window: Window, ground: Ground): Becomes =>
  becomes(who, ['failed'], window, ground, 'mate');

/** The unit keeps the active role. */
export const staysActive = (who: UnitName, forMs: number, ground: Ground): Stays => ({
  prediction: 'stays',
  who,
  states: activeStates,
  saidBy: 'itself',
  forMs,
  ...grounded(ground),
});

/** The unit keeps the standby role; `standby-ready`, or on its way there after it was synchronised again. */
export const staysStandby = (who: UnitName, forMs: number, ground: Ground): Stays => ({
  ...staysActive(who, forMs, ground),
  states: standbyStates,
});

/** Nobody changes role. */
export const rolesStay = ({ active, standby }: Roles, forMs: number, ground: Ground): readonly Stays[] => [
  staysActive(active, forMs, ground),
  staysStandby(standby, forMs, ground),
];

/** The active unit keeps its role, and so does its mate if it stands by. */
export function activeAndReadyStay(
  pair: GroupView,
  active: UnitName,
  forMs: number,
  ground: Ground,
): readonly Stays[] {
  const standby = mateOf(active);
  const ready = pair.units[standby] === 'standby-ready';
  return ready ? rolesStay({ active, standby }, forMs, ground) : [staysActive(active, forMs, ground)];
}
