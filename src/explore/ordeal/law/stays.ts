import { groupsOf } from '../ordeal.ts';
import { activeUnit } from '../stand.ts';
import type { OrdealLaw } from './law.ts';

/** Nothing is broken any more, and a pair at rest has nothing to do; a group that preempts may still move home. */
export const stays: OrdealLaw = {
  name: 'stays',
  sentence: 'A group does not move from a pair at rest, unless it preempts.',
  source: 'ASA 5580 guide, «Failover Actions»: «Formerly active failover group recovers: no failover»',
  broken: ({ ordeal: { pair }, stands, healedMs, endedMs }) => {
    // From the last hold time on; before it, the pair was on its way to rest.
    const calm = stands.filter(({ atMs }) => atMs > Math.max(healedMs, endedMs - 15_000));
    return groupsOf(pair).flatMap((group) => {
      const where = new Set(calm.map((stand) => activeUnit(stand, group)));
      return where.size <= 1 ? [] : [`group ${group} moves at rest: ${[...where].join(', then ')}`];
    });
  },
};
