import { activeActive } from '../requirement/active-active.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import type { Rule } from '../rule.ts';
import { allOf, called, sourcesFor } from '../sources.ts';
import { isPreemptedBy, rejoins, unitRejoining, wasActive } from './rejoins.ts';

const sources = { unit: [activeStandby.bootsBesideActive], group: [activeActive.bootsBesideActive] };

/** A standby unit that was lost, or one that was never there, boots beside the active unit: it becomes standby. */
export const standbyRecovers: Rule = {
  name: 'standby unit recovers',
  requirements: allOf(sources),
  predict(pair, stimulus, settings) {
    const unit = unitRejoining(pair, stimulus, settings);
    if (unit === undefined || wasActive(pair, unit) || isPreemptedBy(pair, unit)) return [];
    return rejoins(unit, settings, {
      because: `${unit} boots and detects its active mate: ${called(pair, unit)} becomes standby`,
      requirements: sourcesFor(pair, sources),
    });
  },
};
