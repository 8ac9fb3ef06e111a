import { activeAndReadyStay } from '../foretell.ts';
import { hearEachOther } from '../policy.ts';
import { activeActive } from '../requirement/active-active.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { unitHealth } from '../requirement/unit-health.ts';
import { activeOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { allOf, sourcesFor } from '../sources.ts';
import { quietAfterHelloLossMs } from '../window.ts';

const sources = {
  unit: [activeStandby.linkLost, unitHealth.answersElsewhere],
  group: [activeActive.linkLost, unitHealth.answersElsewhere],
};

/**
 * The failover link fails while both units run: the mate still answers on the data interfaces, so nobody changes
 * role. An active PIX of 6.x fails over when it is its own port that went down.
 */
export const failoverLinkLost: Rule = {
  name: 'failover link lost in operation',
  requirements: allOf(sources),
  predict(pair, stimulus, settings) {
    const active = activeOf(pair);
    if (stimulus.stimulus !== 'failover-link-down' || pair.failoverLink === 'down' || active === undefined)
      return [];
    if (pair.release === '6.x' || !hearEachOther(pair)) return [];
    return activeAndReadyStay(pair, active, quietAfterHelloLossMs(settings), {
      because: 'the failover link failed in operation, which is no reason to fail over: nobody changes role',
      requirements: sourcesFor(pair, sources),
    });
  },
};
