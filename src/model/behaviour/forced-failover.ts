import { becomesActive, becomesStandbyReady } from '../foretell.ts';
import { activeActive } from '../requirement/active-active.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { operation } from '../requirement/operation.ts';
import { rolesOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { allOf, called, sourcesFor } from '../sources.ts';
import { forcedWindow } from '../window.ts';

const ofUnit = [activeStandby.forced, operation.force];
const one = { unit: ofUnit, group: [activeActive.groupCommand, operation.force] };
const all = { unit: ofUnit, group: [activeActive.systemCommand, operation.force] };

/**
 * An operator moves the active role, of one failover group or of all. The guides speak of the command on the active
 * unit, or on the standby unit; on the other one, or with a mate that is not ready, or with no failover link, they
 * say nothing, nor does this.
 */
export const forcedFailover: Rule = {
  name: 'forced failover',
  requirements: allOf(one, all),
  predict(pair, stimulus, settings) {
    if (stimulus.stimulus !== 'told-standby' && stimulus.stimulus !== 'told-active') return [];
    const roles = rolesOf(pair);
    if (!roles || pair.failoverLink === 'down') return [];
    const { active, standby } = roles;
    if (stimulus.unit !== (stimulus.stimulus === 'told-standby' ? active : standby)) return [];
    const window = forcedWindow(settings);
    const words = stimulus.stimulus === 'told-standby' ? 'no failover active' : 'failover active';
    const which = stimulus.group === undefined ? '' : ` group ${stimulus.group}`;
    const command = `«${words}${which}» on ${stimulus.unit}`;
    const requirements = sourcesFor(pair, stimulus.group === undefined ? all : one);
    return [
      becomesActive(standby, window, {
        because: `${command} makes ${called(pair, standby)} active`,
        requirements,
      }),
      becomesStandbyReady(active, window, {
        because: `${command} makes ${called(pair, active)} standby`,
        requirements,
      }),
    ];
  },
};
