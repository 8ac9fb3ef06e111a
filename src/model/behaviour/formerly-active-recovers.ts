import { activeActive } from '../requirement/active-active.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { operation } from '../requirement/operation.ts';
import type { Rule } from '../rule.ts';
import { allOf, called, sourcesFor } from '../sources.ts';
import { isPreemptedBy, rejoins, unitRejoining, wasActive } from './rejoins.ts';

const sources = {
  unit: [
    activeStandby.formerlyActiveReturns,
    activeStandby.bootsBesideActive,
    operation.restoredStaysStandby,
  ],
  group: [activeActive.formerlyActiveReturns, activeActive.bootsBesideActive, operation.restoredStaysStandby],
};

/** A formerly active unit boots beside the unit that took over: it becomes standby, and there is no failover back. */
export const formerlyActiveRecovers: Rule = {
  name: 'formerly active unit recovers',
  requirements: allOf(sources),
  predict(pair, stimulus, settings) {
    const unit = unitRejoining(pair, stimulus, settings);
    if (unit === undefined || !wasActive(pair, unit) || isPreemptedBy(pair, unit)) return [];
    return rejoins(unit, settings, {
      because: `${called(pair, unit)}, active before it was lost, comes back as standby; roles do not move back`,
      requirements: sourcesFor(pair, sources),
    });
  },
};
