import { isActive, mateOf } from '../../../pair/index.ts';
import type { GroupId } from '../../../pair/index.ts';
import type { Endured, Suffered } from '../endured.ts';
import { groupsOf } from '../ordeal.ts';
import type { OrdealGroup } from '../ordeal.ts';
import { linkCard, monitoredCards } from '../places.ts';
import { activeUnit } from '../stand.ts';
import { losesLink, woes } from '../woe.ts';
import type { OrdealLaw } from './law.ts';

/** What a command does, and a look. */
const slackMs = 3000;

/** Whether so many failed interfaces of a group are enough. */
function isMet({ policy }: OrdealGroup, failed: number, monitored: number): boolean {
  if (failed === 0) return false;
  return 'count' in policy ? failed >= policy.count : failed * 100 >= policy.percent * monitored;
}

/** What cannot move a group otherwise than by its interfaces. */
function isHarmless({ woe, card }: Suffered): boolean {
  const { strikes } = woes[woe];
  return (strikes === 'card' && card !== linkCard) || (strikes === 'nothing' && woe !== 'memory-full');
}

/** Too few interfaces were in trouble, all told, to fail the unit on either side; the group has to stay. */
function movesWithoutNeed(endured: Endured, group: GroupId): readonly string[] {
  const { ordeal, suffered, stands, beganMs } = endured;
  const monitored = monitoredCards(ordeal.pair, group);
  const struck = suffered.filter((one) => woes[one.woe].strikes === 'card').map(({ card }) => card);
  const failed = monitored.filter((card) => struck.includes(card)).length;
  if (isMet(ordeal.pair.groups[group], failed, monitored.length)) return [];
  const seen = stands.filter(({ atMs }) => atMs >= (beganMs ?? Infinity));
  const where = new Set(seen.flatMap((stand) => activeUnit(stand, group) ?? []));
  return where.size <= 1
    ? []
    : [`group ${group} moves, with ${failed} of ${monitored.length} monitored interfaces in trouble`];
}

/** One link is gone, which is enough: the ready mate, whose link is there, has to be active in time. */
function staysInNeed(
  { ordeal: { pair }, stands }: Endured,
  one: Suffered,
  group: GroupId,
): readonly string[] {
  const monitored = monitoredCards(pair, group);
  const dueMs = one.fromMs + pair.interfaceHoldMs + 2 * pair.interfacePollMs + 2 * pair.unitPollMs + slackMs;
  if (!losesLink.includes(one.woe) || !monitored.includes(one.card)) return [];
  if (!isMet(pair.groups[group], 1, monitored.length) || one.toMs < dueMs) return [];
  const before = stands.findLast(({ atMs }) => atMs <= one.fromMs);
  const mate = mateOf(one.unit);
  if (!isActive(before?.[one.unit]?.groups[group] ?? 'invalid')) return [];
  if (before?.[mate]?.groups[group] !== 'standby-ready') return [];
  return stands.some(
    (stand) => stand.atMs > one.fromMs && stand.atMs <= dueMs && activeUnit(stand, group) === mate,
  )
    ? []
    : [`group ${group} stays on ${one.unit}, which has lost enough interfaces for its policy`];
}

export const interfacePolicy: OrdealLaw = {
  name: 'interface-policy',
  sentence:
    'A group moves for the loss of so many monitored interfaces as its policy says, and not of fewer.',
  source: 'ASA 5580 guide, «Configuring Failover Criteria», «Interface Health Monitoring»',
  broken: (endured) => {
    const { suffered, ordeal } = endured;
    if (!suffered.every(isHarmless)) return [];
    const [first] = suffered;
    const alone = first && suffered.length === 1 ? [first] : [];
    return groupsOf(ordeal.pair).flatMap((group) => [
      ...movesWithoutNeed(endured, group),
      ...alone.flatMap((one) => staysInNeed(endured, one, group)),
    ]);
  },
};
