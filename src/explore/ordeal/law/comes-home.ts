import { groupsOf } from '../ordeal.ts';
import { linkSpells } from '../spells.ts';
import { activeUnit } from '../stand.ts';
import { woes } from '../woe.ts';
import type { OrdealLaw } from './law.ts';

/**
 * «The preempt command causes a failover group to become active on the designated unit automatically when that unit
 * becomes available.» A unit that gave the group away on a command, or to a mate that it had not heard, was available
 * all the time; nothing is claimed of those.
 */
export const comesHome: OrdealLaw = {
  name: 'comes-home',
  sentence:
    'A group that preempts is active on the unit that it prefers, once that is available and the delay over.',
  source: 'ASA 5580 guide, «Configuring Failover Group Preemption», «Failover Actions» of Active/Active',
  broken: (endured) => {
    const { ordeal, stands, suffered, missing } = endured;
    const { pair } = ordeal;
    const last = stands.at(-1);
    const isCommanded = suffered.some(({ woe }) => woes[woe].strikes === 'roles');
    if (pair.kind !== 'active-active' || missing.length > 0 || !last) return [];
    if (isCommanded || linkSpells(endured).length > 0) return [];
    return groupsOf(pair).flatMap((group) => {
      const { prefers, preemptSeconds } = pair.groups[group];
      const where = activeUnit(last, group);
      return preemptSeconds === undefined || where === prefers
        ? []
        : [`group ${group} prefers ${prefers}, and is active on ${where ?? 'neither unit'} at the end`];
    });
  },
};
