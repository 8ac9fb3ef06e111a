import { mateOf } from '../../pair/index.ts';
import { becomesStandbyReady, noTimeGiven, staysActive } from '../foretell.ts';
import { isOverPolicy } from '../policy.ts';
import { operation } from '../requirement/operation.ts';
import { activeOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { allOf, called, sourcesFor } from '../sources.ts';
import { quietAfterNewsMs } from '../window.ts';
import { isPreemptedBy } from './rejoins.ts';

const resets = {
  unit: [operation.reset, operation.restoredStaysStandby],
  group: [operation.resetGroup, operation.restoredStaysStandby],
};
const failsAgain = {
  unit: [operation.restoredStaysStandby, operation.resetFailsAgain],
  group: [operation.restoredStaysStandby, operation.resetFailsAgain],
};

/**
 * `failover reset`: a failed unit whose failure is over stands by again, and does not become active by itself. One
 * whose failure persists fails again, so that only the mate can be told to stay what it is.
 */
export const failedUnitReset: Rule = {
  name: 'failed unit reset',
  requirements: allOf(resets, failsAgain),
  predict(pair, stimulus, settings) {
    const active = activeOf(pair);
    if (stimulus.stimulus !== 'told-reset' || active === undefined || pair.failoverLink === 'down') return [];
    const failed = mateOf(active);
    if (pair.units[failed] !== 'failed' || isOverPolicy(pair, active, settings)) return [];
    const persists = isOverPolicy(pair, failed, settings);
    if (!persists && isPreemptedBy(pair, failed)) return [];
    const stays = staysActive(active, quietAfterNewsMs(settings), {
      because: `${called(pair, active)} stays active: a unit that was reset does not become active by itself`,
      requirements: sourcesFor(pair, persists ? failsAgain : resets),
    });
    if (persists) return [stays];
    const because = `«failover reset» restores ${called(pair, failed)}, which stands by again`;
    return [
      becomesStandbyReady(failed, noTimeGiven, { because, requirements: sourcesFor(pair, resets) }),
      stays,
    ];
  },
};
