import { mateOf } from '../../pair/index.ts';
import { lossOf } from '../concern.ts';
import { becomesFailed, staysActive } from '../foretell.ts';
import { failedOn, isLastHeard, wouldFail } from '../policy.ts';
import { activeActive } from '../requirement/active-active.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { interfaceHealth } from '../requirement/interface-health.ts';
import { interfaceTests } from '../requirement/interface-test.ts';
import { activeOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { allOf, called, sourcesFor } from '../sources.ts';
import { quietAfterInterfaceLossMs } from '../window.ts';
import { lossWindow, lossWords } from './interface-loss.ts';

const keeps = { unit: [activeStandby.standbyInterfaces], group: [activeActive.standbyInterfaces] };
const fails = {
  unit: [activeStandby.standbyInterfaces, interfaceHealth.policy],
  group: [activeActive.standbyInterfaces, activeActive.thresholdOfGroup, interfaceHealth.policy],
};
const byTest = [interfaceHealth.holdOver, interfaceTests.allFail];

/**
 * A monitored interface of the standby unit loses its link or its traffic, and that reaches the interface policy.
 * Whether a standby unit without a failover link marks itself as failed is not published.
 */
export const standbyInterfacesFailed: Rule = {
  name: 'interface failure on the standby unit',
  requirements: [...allOf(keeps, fails), ...byTest],
  predict(pair, stimulus, settings) {
    const loss = lossOf(stimulus);
    if (!loss) return [];
    const { unit, nameif } = loss;
    const active = activeOf(pair);
    if (active !== mateOf(unit) || pair.units[unit] !== 'standby-ready') return [];
    if (!wouldFail(pair, unit, nameif, settings) || isLastHeard(pair, stimulus)) return [];
    const stays = staysActive(active, quietAfterInterfaceLossMs(settings), {
      because: `${called(pair, active)} stays active: interfaces of the standby cause no failover`,
      requirements: sourcesFor(pair, keeps),
    });
    const isOpen =
      failedOn(pair, active).includes(nameif) || (loss.of === 'traffic' && pair.silent?.includes(nameif));
    if (pair.failoverLink === 'down' || isOpen) return [stays];
    const failed = becomesFailed(unit, lossWindow(pair, loss, settings), {
      because: `${nameif} of ${unit} ${lossWords(loss)}, which reaches the interface policy: ${called(pair, unit)} is failed`,
      requirements: [...sourcesFor(pair, fails), ...(loss.of === 'traffic' ? byTest : [])],
    });
    return [failed, stays];
  },
};
