import { becomesActive, markedFailed } from '../foretell.ts';
import { activeActive } from '../requirement/active-active.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { failoverTimes } from '../requirement/failover-time.ts';
import { unitHealth } from '../requirement/unit-health.ts';
import { rolesOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { allOf, called, sourcesFor } from '../sources.ts';
import { isSensed, silenceWindow } from './silent-unit.ts';

const health = [unitHealth.hold, unitHealth.silentEverywhere, failoverTimes.unitLoss];
const takesOver = {
  unit: [activeStandby.activeLost, activeStandby.takeover, ...health],
  group: [activeActive.unitFails, activeActive.takeover, ...health],
};
const byCable = [unitHealth.cableStates];
const bySoftware = { unit: [activeStandby.softwareFailed], group: [] };
const marks = {
  unit: [activeStandby.activeLost, unitHealth.silentEverywhere],
  group: [activeActive.unitFails, unitHealth.silentEverywhere],
};

/**
 * The unit loses power or stops on which it is active. With the failover link down already, the guides contradict
 * each other («cannot fail over to the standby unit» against «no response on any interface: switches to active»),
 * and this says nothing.
 */
export const activeUnitLost: Rule = {
  name: 'active unit lost',
  requirements: [...allOf(takesOver, marks, bySoftware), ...byCable],
  predict(pair, stimulus, settings) {
    const roles = rolesOf(pair);
    if (
      stimulus.stimulus !== 'unit-silent' ||
      stimulus.unit !== roles?.active ||
      pair.failoverLink === 'down'
    )
      return [];
    const { active, standby } = roles;
    const window = silenceWindow(pair, stimulus, settings);
    return [
      becomesActive(standby, window, {
        because: `${called(pair, standby)} takes over: ${standby} has heard nothing of ${active} for the hold time`,
        requirements: [
          ...sourcesFor(pair, takesOver),
          ...(stimulus.by === 'software' ? sourcesFor(pair, bySoftware) : []),
          ...(isSensed(pair, stimulus) ? byCable : []),
        ],
      }),
      markedFailed(active, window, {
        because: `${standby} marks ${called(pair, active)}, which is silent, as failed`,
        requirements: sourcesFor(pair, marks),
      }),
    ];
  },
};
