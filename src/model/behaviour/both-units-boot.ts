import { mateOf, unitNames } from '../../pair/index.ts';
import type { Stimulus, UnitName } from '../../pair/index.ts';
import { becomesActive, becomesStandbyReady, noTimeGiven } from '../foretell.ts';
import type { GroupView } from '../pair-state.ts';
import { isOverPolicy } from '../policy.ts';
import { activeActive } from '../requirement/active-active.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import type { Rule } from '../rule.ts';
import { allOf, called, sourcesFor } from '../sources.ts';

const sources = { unit: [activeStandby.bothBoot], group: [activeActive.preferredAtBoot] };

/** True if both units are on their way through a boot after this: told as one, or as the second of two. */
export function isBootOfBoth({ units }: GroupView, stimulus: Stimulus): boolean {
  if (stimulus.stimulus === 'both-units-booting') return unitNames.every((unit) => units[unit] === 'off');
  if (stimulus.stimulus !== 'unit-booting' || units[stimulus.unit] !== 'off') return false;
  const mate = units[mateOf(stimulus.unit)];
  return mate === 'init' || mate === 'negotiation';
}

/**
 * Both units boot at the same time, equally healthy: the primary becomes active, in Active/Active each group does on
 * the unit that it prefers. What a group without a preference does is not said.
 */
export const bothUnitsBoot: Rule = {
  name: 'both units boot',
  requirements: allOf(sources),
  predict(pair, stimulus, settings) {
    if (!isBootOfBoth(pair, stimulus) || pair.failoverLink === 'down') return [];
    const active: UnitName | undefined = pair.group === undefined ? 'primary' : pair.prefers;
    if (active === undefined || unitNames.some((unit) => isOverPolicy(pair, unit, settings))) return [];
    const ground = {
      because: `both units boot at the same time: ${called(pair, active)} becomes active, ${mateOf(active)} standby`,
      requirements: sourcesFor(pair, sources),
    };
    return [
      becomesActive(active, noTimeGiven, ground),
      becomesStandbyReady(mateOf(active), noTimeGiven, ground),
    ];
  },
};
