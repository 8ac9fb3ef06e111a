import { staysActive } from '../foretell.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { activeOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { quietAfterNewsMs } from '../window.ts';

/**
 * `failover` on a unit beside the active one: that stays up as the active unit and passes traffic as before. The
 * guide promises it of the primary unit when the secondary joins; of other cases, and of groups, it says nothing.
 */
export const failoverEnabled: Rule = {
  name: 'failover enabled',
  requirements: [activeStandby.joins],
  whileOff: true,
  predict(pair, stimulus, settings) {
    // Entered on the unit that was active it begins there, with the question whether there is a mate.
    if (stimulus.stimulus !== 'told-on' || stimulus.unit !== 'secondary') return [];
    if (pair.group !== undefined) return [];
    if (activeOf(pair) !== 'primary' || pair.failoverLink === 'down') return [];
    return [
      staysActive('primary', quietAfterNewsMs(settings), {
        because: 'the secondary joins by «failover»: the primary stays up as the active unit',
        requirements: this.requirements,
      }),
    ];
  },
};
