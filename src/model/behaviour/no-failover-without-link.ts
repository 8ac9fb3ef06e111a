import { rolesStay } from '../foretell.ts';
import { wouldFail } from '../policy.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { rolesOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { quietAfterInterfaceLossMs } from '../window.ts';

/** Interfaces of the active unit fail while the failover link is down: the unit cannot fail over to its mate. */
export const noFailoverWithoutLink: Rule = {
  name: 'no failover without failover link',
  requirements: [activeStandby.noFailoverWithoutLink],
  predict(pair, stimulus, settings) {
    const roles = rolesOf(pair);
    if (
      stimulus.stimulus !== 'interface-down' ||
      stimulus.unit !== roles?.active ||
      pair.failoverLink === 'up'
    )
      return [];
    if (!wouldFail(pair, roles.active, stimulus.nameif, settings)) return [];
    return rolesStay(roles, quietAfterInterfaceLossMs(settings), {
      because: 'the failover link is down, so there can be no failover: nobody changes role',
      requirements: this.requirements,
    });
  },
};
