import { isActive, mateOf } from '../../../pair/index.ts';
import type { GroupId } from '../../../pair/index.ts';
import type { Endured, Suffered } from '../endured.ts';
import { groupsOf } from '../ordeal.ts';
import { linkCard } from '../places.ts';
import { activeUnit } from '../stand.ts';
import { losesLink, woes } from '../woe.ts';
import type { OrdealLaw } from './law.ts';

/** A trouble that leaves the mate whole, so that a group comes home by preemption or not at all. */
function leavesMateWhole({ woe, card }: Suffered): boolean {
  const { strikes } = woes[woe];
  return strikes === 'unit' || strikes === 'module' || (losesLink.includes(woe) && card !== linkCard);
}

/** Every time that a group came home sooner after its unit was ready for it than the delay lets it. */
function tooSoon({ ordeal, stands, beganMs }: Endured, group: GroupId): readonly string[] {
  // Without `preempt` it does not come home by itself at all (table 13-4, «Formerly active failover group recovers»).
  const { prefers, preemptSeconds = Infinity } = ordeal.pair.groups[group];
  return stands.flatMap((stand, at) => {
    const before = stands[at - 1];
    const comes =
      isActive(stand[prefers]?.groups[group] ?? 'invalid') &&
      before !== undefined &&
      !isActive(before[prefers]?.groups[group] ?? 'invalid') &&
      before.atMs >= (beganMs ?? Infinity) &&
      activeUnit(before, group) === mateOf(prefers);
    if (!comes) return [];
    const unready = stands.slice(0, at).findLast((one) => one[prefers]?.groups[group] !== 'standby-ready');
    const waitedMs = stand.atMs - (unready?.atMs ?? 0);
    return waitedMs >= preemptSeconds * 1000
      ? []
      : [`group ${group} preempts ${(waitedMs / 1000).toFixed(1)} s after its unit was not yet ready`];
  });
}

/** Told where nothing but preemption brings a group home: everything that goes wrong goes wrong there. */
export const waitsToPreempt: OrdealLaw = {
  name: 'waits-to-preempt',
  sentence:
    'A group that preempts stays where it is for its delay, from when its own unit is ready; without preempt it stays.',
  source: 'ASA 5580 guide, «Configuring Failover Group Preemption», table 13-4',
  broken: (endured) => {
    const { pair } = endured.ordeal;
    if (pair.kind !== 'active-active') return [];
    return groupsOf(pair)
      .filter((group) => endured.suffered.every((one) => one.unit === pair.groups[group].prefers))
      .filter(() => endured.suffered.every(leavesMateWhole))
      .flatMap((group) => tooSoon(endured, group));
  },
};
