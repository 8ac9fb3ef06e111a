import { mateOf } from '../../pair/index.ts';
import { becomesFailed, staysActive } from '../foretell.ts';
import { wouldFail } from '../policy.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { interfaceHealth } from '../requirement/interface-health.ts';
import { activeOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { linkDownWindow, quietAfterInterfaceLossMs } from '../window.ts';

/**
 * A monitored interface of the standby unit loses its link, and that reaches the interface policy. Whether a
 * standby unit without a failover link marks itself as failed is not published.
 */
export const standbyInterfacesFailed: Rule = {
  name: 'interface failure on the standby unit',
  requirements: [activeStandby.standbyInterfaces, interfaceHealth.policy],
  predict(pair, stimulus, settings) {
    if (stimulus.stimulus !== 'interface-down') return [];
    const { unit, nameif } = stimulus;
    const active = activeOf(pair);
    if (active !== mateOf(unit) || pair.units[unit] !== 'standby-ready') return [];
    if (!wouldFail(pair, unit, nameif, settings)) return [];
    const stays = staysActive(active, quietAfterInterfaceLossMs(settings), {
      because: `${active} stays active: interfaces of the standby unit cause no failover`,
      requirements: [activeStandby.standbyInterfaces],
    });
    if (pair.failoverLink === 'down' || pair.down[active].includes(nameif)) return [stays];
    const failed = becomesFailed(unit, linkDownWindow(settings), {
      because: `${nameif} of ${unit} lost its link, which reaches the interface policy: ${unit} is failed`,
      requirements: this.requirements,
    });
    return [failed, stays];
  },
};
