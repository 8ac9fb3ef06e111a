import { mateOf } from '../../pair/index.ts';
import { becomesActive, noTimeGiven } from '../foretell.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import type { Rule } from '../rule.ts';

/** A unit boots while its mate is off: it becomes active, primary or not. */
export const bootsAlone: Rule = {
  name: 'unit boots alone',
  requirements: [activeStandby.bootsAlone],
  predict(pair, stimulus) {
    if (stimulus.stimulus !== 'unit-booting' || pair.units[stimulus.unit] !== 'off') return [];
    const mate = mateOf(stimulus.unit);
    if (pair.units[mate] !== 'off') return [];
    const because = `${stimulus.unit} boots, does not detect its mate, and becomes active`;
    return [becomesActive(stimulus.unit, noTimeGiven, { because, requirements: this.requirements })];
  },
};
