import { mateOf } from '../../pair/index.ts';
import { activeAndReadyStay, becomesStandbyReady, noTimeGiven, staysActive } from '../foretell.ts';
import { isOverPolicy, wouldRecover } from '../policy.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { interfaceHealth } from '../requirement/interface-health.ts';
import { operation } from '../requirement/operation.ts';
import { activeOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { quietAfterNewsMs } from '../window.ts';

/** An interface comes back: a unit that failed over it stands by again, and in any case nobody changes role. */
export const interfaceRecovers: Rule = {
  name: 'interface recovers',
  requirements: [
    interfaceHealth.recovers,
    operation.restoredStaysStandby,
    activeStandby.formerlyActiveReturns,
    interfaceHealth.policy,
  ],
  predict(pair, stimulus, settings) {
    const active = activeOf(pair);
    if (stimulus.stimulus !== 'interface-up' || active === undefined) return [];
    const { unit, nameif } = stimulus;
    const mate = mateOf(unit);
    if (!pair.down[unit].includes(nameif) || pair.units[unit] === 'off') return [];
    const forMs = quietAfterNewsMs(settings);
    const isBack = pair.units[unit] === 'failed' && wouldRecover(pair, unit, nameif, settings);
    if (isBack && pair.failoverLink === 'up' && !isOverPolicy(pair, mate, settings)) {
      const ground = {
        because: `${nameif} of ${unit} is back: ${unit} stands by again, and roles do not move back`,
        requirements: [
          interfaceHealth.recovers,
          operation.restoredStaysStandby,
          activeStandby.formerlyActiveReturns,
        ],
      };
      return [becomesStandbyReady(unit, noTimeGiven, ground), staysActive(active, forMs, ground)];
    }
    const isQuiet =
      !isOverPolicy(pair, active, settings) || (unit === active && pair.units[mate] !== 'standby-ready');
    if (isBack || !isQuiet) return [];
    const because = `${nameif} of ${unit} is back, which is no reason to fail over: nobody changes role`;
    return activeAndReadyStay(pair, active, forMs, { because, requirements: [interfaceHealth.policy] });
  },
};
