import { activeStandby } from '../requirement/active-standby.ts';
import { operation } from '../requirement/operation.ts';
import type { Rule } from '../rule.ts';
import { rejoins, unitRejoining, wasActive } from './rejoins.ts';

/** A formerly active unit boots beside the unit that took over: it becomes standby, and there is no failover back. */
export const formerlyActiveRecovers: Rule = {
  name: 'formerly active unit recovers',
  requirements: [
    activeStandby.formerlyActiveReturns,
    activeStandby.bootsBesideActive,
    operation.restoredStaysStandby,
  ],
  predict(pair, stimulus, settings) {
    const unit = unitRejoining(pair, stimulus, settings);
    if (unit === undefined || !wasActive(pair, unit)) return [];
    return rejoins(unit, settings, {
      because: `${unit}, active before it was lost, comes back as standby; roles do not move back`,
      requirements: this.requirements,
    });
  },
};
