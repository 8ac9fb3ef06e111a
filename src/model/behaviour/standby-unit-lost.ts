import { isStandby, mateOf } from '../../pair/index.ts';
import { markedFailed, staysActive } from '../foretell.ts';
import { activeActive } from '../requirement/active-active.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { unitHealth } from '../requirement/unit-health.ts';
import { activeOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { allOf, called, sourcesFor } from '../sources.ts';
import { quietAfterHelloLossMs } from '../window.ts';
import { silenceWindow } from './silent-unit.ts';

const keeps = { unit: [activeStandby.standbyLost], group: [activeActive.unitFails] };
const marks = {
  unit: [activeStandby.standbyLost, unitHealth.mateDeclaredFailed],
  group: [unitHealth.silentEverywhere, unitHealth.mateDeclaredFailed],
};

/** The unit loses power or stops on which it stands by, ready or not: the mate keeps its role, and marks it as failed. */
export const standbyUnitLost: Rule = {
  name: 'standby unit lost',
  requirements: allOf(keeps, marks),
  predict(pair, stimulus, settings) {
    const active = activeOf(pair);
    if (stimulus.stimulus !== 'unit-silent' || active === undefined || stimulus.unit !== mateOf(active))
      return [];
    const state = pair.units[stimulus.unit];
    if (state === 'off') return [];
    const stays = staysActive(active, quietAfterHelloLossMs(settings), {
      because: `${called(pair, active)} stays active: the loss of its standby is no reason to fail over`,
      requirements: sourcesFor(pair, keeps),
    });
    if (!isStandby(state) || pair.failoverLink === 'down') return [stays];
    const window = silenceWindow(pair, stimulus, settings);
    const marked = markedFailed(stimulus.unit, window, {
      because: `${active} marks ${called(pair, stimulus.unit)}, which is silent, as failed after the hold time`,
      requirements: sourcesFor(pair, marks),
    });
    return [marked, stays];
  },
};
