import { becomesActive, becomesFailed } from '../foretell.ts';
import { wouldFail } from '../policy.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { interfaceHealth } from '../requirement/interface-health.ts';
import { failoverTimes } from '../requirement/failover-time.ts';
import { rolesOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { linkDownWindow } from '../window.ts';

/**
 * A monitored interface of the active unit loses its link, and that reaches the interface policy. When the same
 * interface of the standby unit is down too, the guides leave open which of both failed, and this says nothing.
 */
export const activeInterfacesFailed: Rule = {
  name: 'interface failure on the active unit',
  requirements: [
    activeStandby.activeInterfaces,
    interfaceHealth.policy,
    interfaceHealth.linkDown,
    failoverTimes.linkDown,
  ],
  predict(pair, stimulus, settings) {
    const roles = rolesOf(pair);
    if (
      stimulus.stimulus !== 'interface-down' ||
      stimulus.unit !== roles?.active ||
      pair.failoverLink === 'down'
    )
      return [];
    const { active, standby } = roles;
    const { nameif } = stimulus;
    if (!wouldFail(pair, active, nameif, settings) || pair.down[standby].includes(nameif)) return [];
    const window = linkDownWindow(settings);
    return [
      becomesActive(standby, window, {
        because: `${nameif} of ${active} lost its link, which reaches the interface policy: ${standby} becomes active`,
        requirements: this.requirements,
      }),
      becomesFailed(active, window, {
        because: `${nameif} of ${active} lost its link, which reaches the interface policy: ${active} is failed`,
        requirements: [activeStandby.activeInterfaces, interfaceHealth.policy],
      }),
    ];
  },
};
