import { mateOf, unitNames } from '../../pair/index.ts';
import { lossOf } from '../concern.ts';
import { factsAfter } from '../facts-after.ts';
import { activeAndReadyStay, staysActive } from '../foretell.ts';
import { isLastHeard, isNewlyDown, isOverPolicy, mayBeOverPolicy, wouldFail } from '../policy.ts';
import { activeActive } from '../requirement/active-active.ts';
import { interfaceHealth } from '../requirement/interface-health.ts';
import { activeOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { allOf, sourcesFor } from '../sources.ts';
import { quietAfterInterfaceLossMs } from '../window.ts';
import { lossWords } from './interface-loss.ts';

const below = {
  unit: [interfaceHealth.policy],
  group: [activeActive.thresholdOfGroup, interfaceHealth.policy],
};

/** An interface is lost that is not monitored, or too few to reach the policy: nobody changes role. */
export const interfacesBelowPolicy: Rule = {
  name: 'interface failure below the policy',
  requirements: [...allOf(below), interfaceHealth.unmonitored],
  predict(pair, stimulus, settings) {
    const loss = lossOf(stimulus);
    if (!loss || pair.units[loss.unit] === 'off') return [];
    const { unit, nameif } = loss;
    const active = activeOf(pair);
    if (active === undefined || wouldFail(pair, unit, nameif, settings)) return [];
    if (unitNames.some((name) => isOverPolicy(pair, name, settings))) return [];
    const isMonitored = pair.monitored.includes(nameif);
    if (isMonitored && !isNewlyDown(pair, unit, nameif)) return [];
    if (isLastHeard(pair, stimulus)) return [];
    const why = isMonitored ? 'does not reach the interface policy' : 'is not monitored';
    const ground = {
      because: `${nameif} of ${unit} ${lossWords(loss)}, which ${why}: nobody changes role`,
      requirements: isMonitored ? sourcesFor(pair, below) : [interfaceHealth.unmonitored],
    };
    const forMs = quietAfterInterfaceLossMs(settings);
    if (mayBeOverPolicy(factsAfter(pair, stimulus), mateOf(active), settings))
      return [staysActive(active, forMs, ground)];
    return activeAndReadyStay(pair, active, forMs, ground);
  },
};
