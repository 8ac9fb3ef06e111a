import { mateOf } from '../../pair/index.ts';
import { activeAndReadyStay, staysActive } from '../foretell.ts';
import { isOverPolicy, mayBeOverPolicy } from '../policy.ts';
import { activeActive } from '../requirement/active-active.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { operation } from '../requirement/operation.ts';
import { activeOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { allOf, sourcesFor } from '../sources.ts';
import { quietAfterNewsMs } from '../window.ts';
import { isPreemptedBy } from './rejoins.ts';

const sources = {
  unit: [activeStandby.linkLost, operation.restoredStaysStandby],
  group: [activeActive.linkLost, operation.restoredStaysStandby],
};

/**
 * The failover link is back while one healthy unit is active: nobody changes role. An active unit whose interfaces
 * failed in the meantime may fail over now, of two active units one must yield, and the unit that a group prefers may
 * count as available again; none of it is published in full. A standby unit whose interfaces failed meanwhile is failed
 * now, if it was not before.
 */
export const failoverLinkRestored: Rule = {
  name: 'failover link restored',
  requirements: allOf(sources),
  predict(pair, stimulus, settings) {
    const active = activeOf(pair);
    if (stimulus.stimulus !== 'failover-link-up' || pair.failoverLink === 'up' || active === undefined)
      return [];
    if (isOverPolicy(pair, active, settings) || isPreemptedBy(pair, mateOf(active))) return [];
    if (mayBeOverPolicy(pair, active, settings)) return [];
    const forMs = quietAfterNewsMs(settings);
    const ground = {
      because: 'the failover link is back: nobody changes role',
      requirements: sourcesFor(pair, sources),
    };
    if (isOverPolicy(pair, mateOf(active), settings)) return [staysActive(active, forMs, ground)];
    return activeAndReadyStay(pair, active, forMs, ground);
  },
};
