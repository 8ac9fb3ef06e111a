import { activeAndReadyStay } from '../foretell.ts';
import { activeActive } from '../requirement/active-active.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { activeOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { allOf, sourcesFor } from '../sources.ts';
import { quietAfterHelloLossMs } from '../window.ts';

const sources = { unit: [activeStandby.stateLinkLost], group: [activeActive.stateLinkLost] };

/**
 * The state link fails, or is back: nobody changes role. Connections suffer only from a failover afterwards. A state
 * link that is the failover link fails with that, and this is not asked.
 */
export const stateLinkChanges: Rule = {
  name: 'state link lost or restored',
  requirements: allOf(sources),
  predict(pair, { stimulus }, settings) {
    const active = activeOf(pair);
    if (active === undefined || pair.stateLink === undefined || pair.stateSharesLink) return [];
    const isLost = stimulus === 'state-link-down' && pair.stateLink === 'up';
    const isBack = stimulus === 'state-link-up' && pair.stateLink === 'down';
    if (!isLost && !isBack) return [];
    return activeAndReadyStay(pair, active, quietAfterHelloLossMs(settings), {
      because: `the state link ${isLost ? 'failed' : 'is back'}, which moves no role: nobody changes it`,
      requirements: sourcesFor(pair, sources),
    });
  },
};
