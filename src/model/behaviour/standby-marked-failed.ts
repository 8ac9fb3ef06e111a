import { mateOf } from '../../pair/index.ts';
import { staysActive } from '../foretell.ts';
import { wouldFail } from '../policy.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { activeOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { quietAfterInterfaceLossMs } from '../window.ts';

/** Interfaces of the active unit fail while the standby unit is failed or lost already: there is nobody to fail over to. */
export const standbyMarkedFailed: Rule = {
  name: 'standby unit already failed',
  requirements: [activeStandby.standbyMarkedFailed],
  predict(pair, stimulus, settings) {
    const active = activeOf(pair);
    if (stimulus.stimulus !== 'interface-down' || active === undefined || stimulus.unit !== active) return [];
    const standby = mateOf(active);
    const state = pair.units[standby];
    if ((state !== 'failed' && state !== 'off') || !wouldFail(pair, active, stimulus.nameif, settings))
      return [];
    return [
      staysActive(active, quietAfterInterfaceLossMs(settings), {
        because: `${active} stays active: ${standby} is failed already, so there is no failover to it`,
        requirements: this.requirements,
      }),
    ];
  },
};
