import { unitNames } from '../../pair/index.ts';
import type { FailoverSettings, Stimulus, UnitName } from '../../pair/index.ts';
import { settingsOf, viewsOf } from '../pair-state.ts';
import type { GroupState, PairState } from '../pair-state.ts';
import { longestWaitingMs } from '../window.ts';
import type { Worlds } from './worlds.ts';

/** A stimulus, and how long before another one it took effect, in milliseconds, at least. */
export interface Before {
  readonly stimulus: Stimulus;
  readonly leastMs: number;
}

/**
 * The states that the stimulus may meet as far as it is concerned. A network that falls silent, or is heard again, while
 * the interfaces of a unit wait that has booted (document 77809, «Failover Monitoring») may find that unit as one that
 * still boots, though it says that it is ready; for all else it is what it says.
 */
export function asMetBy(
  stimulus: Stimulus,
  worlds: Worlds,
  before: readonly Before[],
  settings: FailoverSettings,
): Worlds {
  if (stimulus.stimulus !== 'segment-silent' && stimulus.stimulus !== 'segment-heard') return worlds;
  return worlds.flatMap((world) => {
    const waitMs = Math.max(...viewsOf(world).map((view) => longestWaitingMs(settingsOf(view, settings))));
    const late = before.filter(({ leastMs }) => leastMs < waitMs);
    const waiting = unitNames.filter((unit) => late.some((each) => isBootOf(each.stimulus, unit)));
    return [world, ...waiting.map((unit) => bootingIn(world, unit))];
  });
}

const isBootOf = (stimulus: Stimulus, unit: UnitName): boolean =>
  stimulus.stimulus === 'both-units-booting' ||
  (stimulus.stimulus === 'unit-booting' && stimulus.unit === unit);

/** The pair in which the unit stands by nowhere yet; where it is active it is so. */
function bootingIn(pair: PairState, unit: UnitName): PairState {
  const { group2 } = pair;
  const inGroup = ({ units }: GroupState): Pick<GroupState, 'units'> =>
    units[unit] === 'standby-ready' ? { units: { ...units, [unit]: 'invalid' } } : { units };
  return { ...pair, ...inGroup(pair), ...(group2 && { group2: { ...group2, ...inGroup(group2) } }) };
}
