import { becomesActive, markedFailed } from '../foretell.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { failoverTimes } from '../requirement/failover-time.ts';
import { unitHealth } from '../requirement/unit-health.ts';
import { rolesOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { unitLossWindow } from '../window.ts';

/**
 * The active unit loses power or stops. With the failover link down already, the guides contradict each other
 * («cannot fail over to the standby unit» against «no response on any interface: switches to active»), and this
 * says nothing.
 */
export const activeUnitLost: Rule = {
  name: 'active unit lost',
  requirements: [
    activeStandby.activeLost,
    activeStandby.takeover,
    unitHealth.hold,
    unitHealth.silentEverywhere,
    failoverTimes.unitLoss,
  ],
  predict(pair, stimulus, settings) {
    const roles = rolesOf(pair);
    if (
      stimulus.stimulus !== 'unit-silent' ||
      stimulus.unit !== roles?.active ||
      pair.failoverLink === 'down'
    )
      return [];
    const { active, standby } = roles;
    const window = unitLossWindow(settings);
    return [
      becomesActive(standby, window, {
        because: `${standby} takes over when it has heard nothing of ${active} for the hold time`,
        requirements: this.requirements,
      }),
      markedFailed(active, window, {
        because: `${standby} marks the silent unit ${active} as failed`,
        requirements: [activeStandby.activeLost, unitHealth.silentEverywhere],
      }),
    ];
  },
};
