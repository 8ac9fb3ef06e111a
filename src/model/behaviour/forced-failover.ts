import { becomesActive, becomesStandbyReady } from '../foretell.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { operation } from '../requirement/operation.ts';
import { rolesOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { forcedWindow } from '../window.ts';

/**
 * An operator moves the active role. The guides speak of the command on the active unit, or on the standby unit;
 * on the other one, or with a mate that is not ready, or with no failover link, they say nothing, nor does this.
 */
export const forcedFailover: Rule = {
  name: 'forced failover',
  requirements: [activeStandby.forced, operation.force],
  predict(pair, stimulus, settings) {
    if (stimulus.stimulus !== 'told-standby' && stimulus.stimulus !== 'told-active') return [];
    const roles = rolesOf(pair);
    if (!roles || pair.failoverLink === 'down') return [];
    const { active, standby } = roles;
    if (stimulus.unit !== (stimulus.stimulus === 'told-standby' ? active : standby)) return [];
    const window = forcedWindow(settings);
    const command =
      stimulus.stimulus === 'told-standby'
        ? `no failover active on ${active}`
        : `failover active on ${standby}`;
    return [
      becomesActive(standby, window, {
        because: `«${command}» makes ${standby} active`,
        requirements: this.requirements,
      }),
      becomesStandbyReady(active, window, {
        because: `«${command}» makes ${active} standby`,
        requirements: this.requirements,
      }),
    ];
  },
};
