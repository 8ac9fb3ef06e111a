import { lossOf } from '../concern.ts';
import { becomesActive, becomesFailed } from '../foretell.ts';
import { failedOn, wouldFail } from '../policy.ts';
import { activeActive } from '../requirement/active-active.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { failoverTimes } from '../requirement/failover-time.ts';
import { interfaceHealth } from '../requirement/interface-health.ts';
import { interfaceTests } from '../requirement/interface-test.ts';
import { rolesOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { allOf, called, sourcesFor } from '../sources.ts';
import { lossWindow, lossWords } from './interface-loss.ts';

const fails = {
  unit: [activeStandby.activeInterfaces, interfaceHealth.policy],
  group: [
    activeActive.activeInterfaces,
    activeActive.takeover,
    activeActive.thresholdOfGroup,
    interfaceHealth.policy,
  ],
};
const byLink = [interfaceHealth.linkDown, failoverTimes.linkDown];
const byCard = [interfaceHealth.linkDown, failoverTimes.cardLinkDown];
const byTest = [
  interfaceHealth.testsBegin,
  interfaceHealth.holdOver,
  interfaceTests.allFail,
  failoverTimes.interfaceTest,
];

/**
 * A monitored interface of the active unit loses its link or its traffic, and that reaches the interface policy. When
 * the same interface of the standby unit failed too, the guides leave open which of both failed, and this says nothing;
 * nor does it of an interface on whose network nobody hears anything.
 */
export const activeInterfacesFailed: Rule = {
  name: 'interface failure on the active unit',
  requirements: [...allOf(fails), ...new Set([...byLink, ...byCard, ...byTest])],
  predict(pair, stimulus, settings) {
    const roles = rolesOf(pair);
    const loss = lossOf(stimulus);
    if (!loss || loss.unit !== roles?.active || pair.failoverLink === 'down') return [];
    const { active, standby } = roles;
    const { nameif } = loss;
    if (!wouldFail(pair, active, nameif, settings) || failedOn(pair, standby).includes(nameif)) return [];
    if (loss.of === 'traffic' && pair.silent?.includes(nameif)) return [];
    const window = lossWindow(pair, loss, settings);
    const isOnCard = pair.onCard?.includes(nameif) ?? false;
    const timing = loss.of === 'traffic' ? byTest : isOnCard ? byCard : byLink;
    const requirements = sourcesFor(pair, fails);
    const why = `${nameif} of ${active} ${lossWords(loss)}, which reaches the interface policy`;
    return [
      becomesActive(standby, window, {
        because: `${why}: ${called(pair, standby)} becomes active`,
        requirements: [...requirements, ...timing],
      }),
      becomesFailed(active, window, { because: `${why}: ${called(pair, active)} is failed`, requirements }),
    ];
  },
};
