import { mateOf } from '../../pair/index.ts';
import type { Requirement } from '../../pair/index.ts';
import { returnOf } from '../concern.ts';
import { activeAndReadyStay, becomesStandbyReady, noTimeGiven, staysActive } from '../foretell.ts';
import { isOverPolicy, wouldRecover } from '../policy.ts';
import { activeActive } from '../requirement/active-active.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { interfaceHealth } from '../requirement/interface-health.ts';
import { interfaceTests } from '../requirement/interface-test.ts';
import { operation } from '../requirement/operation.ts';
import { activeOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { allOf, called, sourcesFor } from '../sources.ts';
import { quietAfterNewsMs } from '../window.ts';
import { isPreemptedBy } from './rejoins.ts';

const healed: readonly Requirement[] = [interfaceHealth.recovers, operation.restoredStaysStandby];
const back = {
  unit: [...healed, activeStandby.formerlyActiveReturns],
  group: [...healed, activeActive.formerlyActiveReturns],
};

/** An interface comes back: a unit that failed over it stands by again, and in any case nobody changes role. */
export const interfaceRecovers: Rule = {
  name: 'interface recovers',
  requirements: [...allOf(back), interfaceTests.operationalAgain, interfaceHealth.policy],
  predict(pair, stimulus, settings) {
    const active = activeOf(pair);
    const loss = returnOf(stimulus);
    if (!loss || active === undefined) return [];
    const { unit, nameif, of } = loss;
    const lost = of === 'link' ? pair.down[unit] : (pair.cutOff?.[unit] ?? []);
    if (!lost.includes(nameif) || pair.units[unit] === 'off') return [];
    if (pair.units[unit] === 'failed' && isPreemptedBy(pair, unit)) return [];
    const forMs = quietAfterNewsMs(settings);
    const isBack = pair.units[unit] === 'failed' && wouldRecover(pair, unit, stimulus, settings);
    if (isBack && pair.failoverLink === 'up' && !isOverPolicy(pair, mateOf(unit), settings)) {
      const ground = {
        because: `${nameif} of ${unit} is back: ${called(pair, unit)} stands by again, and roles do not move back`,
        requirements: [
          ...sourcesFor(pair, back),
          ...(of === 'link' ? [] : [interfaceTests.operationalAgain]),
        ],
      };
      return [becomesStandbyReady(unit, noTimeGiven, ground), staysActive(active, forMs, ground)];
    }
    const isAlone = unit === active && ['off', 'failed'].includes(pair.units[mateOf(unit)]);
    if (isBack || (isOverPolicy(pair, active, settings) && !isAlone)) return [];
    const because = `${nameif} of ${unit} is back, which is no reason to fail over: nobody changes role`;
    return activeAndReadyStay(pair, active, forMs, { because, requirements: [interfaceHealth.policy] });
  },
};
