import { activeStandby } from '../requirement/active-standby.ts';
import type { Rule } from '../rule.ts';
import { rejoins, unitRejoining, wasActive } from './rejoins.ts';

/** A standby unit that was lost boots beside the active unit: it becomes standby again. */
export const standbyRecovers: Rule = {
  name: 'standby unit recovers',
  requirements: [activeStandby.bootsBesideActive],
  predict(pair, stimulus, settings) {
    const unit = unitRejoining(pair, stimulus, settings);
    if (unit === undefined || wasActive(pair, unit)) return [];
    return rejoins(unit, settings, {
      because: `${unit} boots, detects its active mate, and becomes standby`,
      requirements: this.requirements,
    });
  },
};
