import { mateOf } from '../../pair/index.ts';
import { becomesActive, becomesStandbyReady, noTimeGiven } from '../foretell.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import type { Rule } from '../rule.ts';

/** A unit boots while its mate is still on its way through a boot of its own: the primary becomes active. */
export const bothUnitsBoot: Rule = {
  name: 'both units boot',
  requirements: [activeStandby.bothBoot],
  predict(pair, stimulus) {
    if (stimulus.stimulus !== 'unit-booting' || pair.units[stimulus.unit] !== 'off') return [];
    const mate = pair.units[mateOf(stimulus.unit)];
    if ((mate !== 'init' && mate !== 'negotiation') || pair.failoverLink === 'down') return [];
    const ground = {
      because: 'of two units that boot at the same time the primary becomes active, the secondary standby',
      requirements: this.requirements,
    };
    return [
      becomesActive('primary', noTimeGiven, ground),
      becomesStandbyReady('secondary', noTimeGiven, ground),
    ];
  },
};
