import { lossOf } from '../concern.ts';
import { rolesStay } from '../foretell.ts';
import { isLastHeard, wouldFail } from '../policy.ts';
import { activeActive } from '../requirement/active-active.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { rolesOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { allOf, sourcesFor } from '../sources.ts';
import { quietAfterInterfaceLossMs } from '../window.ts';

const sources = { unit: [activeStandby.noFailoverWithoutLink], group: [activeActive.noFailoverWithoutLink] };

/** Interfaces of the active unit fail while the failover link is down: the unit cannot fail over to its mate. */
export const noFailoverWithoutLink: Rule = {
  name: 'no failover without failover link',
  requirements: allOf(sources),
  predict(pair, stimulus, settings) {
    const roles = rolesOf(pair);
    const loss = lossOf(stimulus);
    if (!loss || loss.unit !== roles?.active || pair.failoverLink === 'up') return [];
    if (!wouldFail(pair, roles.active, loss.nameif, settings) || isLastHeard(pair, stimulus)) return [];
    return rolesStay(roles, quietAfterInterfaceLossMs(settings), {
      because: 'the failover link is down, so there can be no failover: nobody changes role',
      requirements: sourcesFor(pair, sources),
    });
  },
};
