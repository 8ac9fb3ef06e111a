import { activeAndReadyStay } from '../foretell.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { unitHealth } from '../requirement/unit-health.ts';
import { activeOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { quietAfterHelloLossMs } from '../window.ts';

/** The failover link fails while both units run: the mate still answers on the data interfaces, so nobody changes role. */
export const failoverLinkLost: Rule = {
  name: 'failover link lost in operation',
  requirements: [activeStandby.linkLost, unitHealth.answersElsewhere],
  predict(pair, stimulus, settings) {
    const active = activeOf(pair);
    if (stimulus.stimulus !== 'failover-link-down' || pair.failoverLink === 'down' || active === undefined)
      return [];
    return activeAndReadyStay(pair, active, quietAfterHelloLossMs(settings), {
      because: 'the failover link failed in operation, which is no reason to fail over: nobody changes role',
      requirements: this.requirements,
    });
  },
};
