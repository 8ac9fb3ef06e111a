import { lossOf } from '../concern.ts';
import { activeAndReadyStay } from '../foretell.ts';
import { activeActive } from '../requirement/active-active.ts';
import { activeOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { quietAfterInterfaceLossMs, quietAfterNewsMs } from '../window.ts';

/** What happens to one failover group is no business of the other one: that stays where it is. */
export const otherGroupStays: Rule = {
  name: 'other failover group stays',
  requirements: [activeActive.otherGroupStays, activeActive.groupIsUnit],
  ofBystanders: true,
  predict(pair, stimulus, settings) {
    const active = activeOf(pair);
    if (pair.group === undefined || active === undefined) return [];
    // An interface that is lost may be put to the tests; one that is back is news, and comes with the next hello.
    const isLoss = lossOf(stimulus) !== undefined || stimulus.stimulus === 'segment-silent';
    const forMs = isLoss ? quietAfterInterfaceLossMs(settings) : quietAfterNewsMs(settings);
    return activeAndReadyStay(pair, active, forMs, {
      because: `this is about the other failover group: group ${pair.group} stays active on ${active}`,
      requirements: this.requirements,
    });
  },
};
