import { isStandby, mateOf } from '../../pair/index.ts';
import { markedFailed, staysActive } from '../foretell.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { unitHealth } from '../requirement/unit-health.ts';
import { activeOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { quietAfterHelloLossMs, unitLossWindow } from '../window.ts';

/** The standby unit loses power or stops, ready or not: the active unit keeps its role, and marks a standby as failed. */
export const standbyUnitLost: Rule = {
  name: 'standby unit lost',
  requirements: [activeStandby.standbyLost, unitHealth.mateDeclaredFailed],
  predict(pair, stimulus, settings) {
    const active = activeOf(pair);
    if (stimulus.stimulus !== 'unit-silent' || active === undefined || stimulus.unit !== mateOf(active))
      return [];
    const state = pair.units[stimulus.unit];
    if (state === 'off') return [];
    const stays = staysActive(active, quietAfterHelloLossMs(settings), {
      because: `${active} stays active: the loss of the standby unit is no reason to fail over`,
      requirements: [activeStandby.standbyLost],
    });
    if (!isStandby(state) || pair.failoverLink === 'down') return [stays];
    const marked = markedFailed(stimulus.unit, unitLossWindow(settings), {
      because: `${active} marks the silent unit ${stimulus.unit} as failed after the hold time`,
      requirements: this.requirements,
    });
    return [marked, stays];
  },
};
