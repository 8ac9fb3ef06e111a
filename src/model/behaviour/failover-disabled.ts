import { activeAndReadyStay } from '../foretell.ts';
import { operation } from '../requirement/operation.ts';
import { activeOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { allOf, sourcesFor } from '../sources.ts';
import { quietAfterNewsMs } from '../window.ts';

const sources = { unit: [operation.disabledKeepsStates], group: [operation.disabledGroups] };

/** `no failover`: active stays active and standby stays standby, in Active/Active whatever the groups prefer. */
export const failoverDisabled: Rule = {
  name: 'failover disabled',
  requirements: allOf(sources),
  predict(pair, stimulus, settings) {
    const active = activeOf(pair);
    if (stimulus.stimulus !== 'told-off' || active === undefined) return [];
    return activeAndReadyStay(pair, active, quietAfterNewsMs(settings), {
      because: 'failover is disabled, which keeps the states as they are: nobody changes role',
      requirements: sourcesFor(pair, sources),
    });
  },
};
