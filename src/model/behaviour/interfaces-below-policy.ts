import { activeAndReadyStay } from '../foretell.ts';
import { isNewlyDown, isOverPolicy, wouldFail } from '../policy.ts';
import { interfaceHealth } from '../requirement/interface-health.ts';
import { activeOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { quietAfterInterfaceLossMs } from '../window.ts';

/** An interface loses its link that is not monitored, or too few to reach the policy: nobody changes role. */
export const interfacesBelowPolicy: Rule = {
  name: 'interface failure below the policy',
  requirements: [interfaceHealth.policy, interfaceHealth.unmonitored],
  predict(pair, stimulus, settings) {
    if (stimulus.stimulus !== 'interface-down' || pair.units[stimulus.unit] === 'off') return [];
    const { unit, nameif } = stimulus;
    const active = activeOf(pair);
    if (active === undefined || wouldFail(pair, unit, nameif, settings)) return [];
    if (isOverPolicy(pair, 'primary', settings) || isOverPolicy(pair, 'secondary', settings)) return [];
    const isMonitored = pair.monitored.includes(nameif);
    if (isMonitored && !isNewlyDown(pair, unit, nameif)) return [];
    const why = isMonitored ? 'does not reach the interface policy' : 'is not monitored';
    return activeAndReadyStay(pair, active, quietAfterInterfaceLossMs(settings), {
      because: `${nameif} of ${unit} lost its link, which ${why}: nobody changes role`,
      requirements: [isMonitored ? interfaceHealth.policy : interfaceHealth.unmonitored],
    });
  },
};
