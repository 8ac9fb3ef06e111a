import { becomesActive, noTimeGiven } from '../foretell.ts';
import { operation } from '../requirement/operation.ts';
import { rolesOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { called } from '../sources.ts';

/**
 * The standby unit can be made active while failover is disabled. What its mate does then is not said: the two do not
 * speak with each other.
 */
export const forcedWhileDisabled: Rule = {
  name: 'forced while failover is disabled',
  requirements: [operation.disabledForced],
  whileOff: true,
  predict(pair, stimulus) {
    const roles = rolesOf(pair);
    if (stimulus.stimulus !== 'told-active' || stimulus.unit !== roles?.standby || pair.group !== undefined)
      return [];
    return [
      becomesActive(roles.standby, noTimeGiven, {
        because: `«failover active» makes ${called(pair, roles.standby)} active even while failover is disabled`,
        requirements: this.requirements,
      }),
    ];
  },
};
