import { mateOf } from '../../pair/index.ts';
import { lossOf } from '../concern.ts';
import { staysActive } from '../foretell.ts';
import { wouldFail } from '../policy.ts';
import { activeActive } from '../requirement/active-active.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { activeOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { allOf, called, sourcesFor } from '../sources.ts';
import { quietAfterInterfaceLossMs } from '../window.ts';

const sources = { unit: [activeStandby.standbyMarkedFailed], group: [activeActive.standbyMarkedFailed] };

/** Interfaces of the active unit fail while the standby unit is failed or lost already: there is nobody to fail over to. */
export const standbyMarkedFailed: Rule = {
  name: 'standby unit already failed',
  requirements: allOf(sources),
  predict(pair, stimulus, settings) {
    const active = activeOf(pair);
    const loss = lossOf(stimulus);
    if (!loss || active === undefined || loss.unit !== active) return [];
    const state = pair.units[mateOf(active)];
    if ((state !== 'failed' && state !== 'off') || !wouldFail(pair, active, loss.nameif, settings)) return [];
    return [
      staysActive(active, quietAfterInterfaceLossMs(settings), {
        because: `${called(pair, active)} stays active: ${mateOf(active)} is failed already, so there is no failover to it`,
        requirements: sourcesFor(pair, sources),
      }),
    ];
  },
};
