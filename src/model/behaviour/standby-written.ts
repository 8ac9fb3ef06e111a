import { rolesStay } from '../foretell.ts';
import { replication } from '../requirement/replication.ts';
import { rolesOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { quietAfterNewsMs } from '../window.ts';
import { isPreemptedBy } from './rejoins.ts';

/**
 * `write standby` on the unit where it is active: the mate clears its configuration and receives it again, standby
 * all the while, ready or on its way there. Of a group that is active on the unit written to no role is promised, and
 * one that prefers that unit may take it for available anew, and preempt.
 */
export const standbyWritten: Rule = {
  name: 'standby unit written again',
  requirements: [replication.writeStandby, replication.writeStandbySystem],
  predict(pair, stimulus, settings) {
    const roles = rolesOf(pair);
    if (stimulus.stimulus !== 'told-write-standby' || stimulus.unit !== roles?.active) return [];
    if (pair.failoverLink === 'down' || isPreemptedBy(pair, roles.standby)) return [];
    return rolesStay(roles, quietAfterNewsMs(settings), {
      because: `«write standby» on ${roles.active} sends its configuration to ${roles.standby}: nobody changes role`,
      requirements: [pair.group === undefined ? replication.writeStandby : replication.writeStandbySystem],
    });
  },
};
