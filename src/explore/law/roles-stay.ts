import { mateOf, unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import { reactionBoundMs } from '../bounds.ts';
import type { Deed, Evidence } from '../evidence.ts';
import { saidBy } from '../said.ts';
import { maybeIn, whenOf, worldOf } from '../world.ts';
import type { World } from '../world.ts';
import type { Law } from './law.ts';

/**
 * A unit becomes active because it is told to, because the other one is gone, or because too many monitored
 * interfaces of the other one have failed; because both had become active; and for no other reason.
 */
export const rolesStay: Law = {
  name: 'roles-stay',
  sentence: 'Roles do not swap without a cause.',
  source: 'ASA 5580 guide, «Failover Triggers»; Document 77809, «Failover Triggers»',
  broken: (evidence) => {
    const world = worldOf(evidence);
    return unitNames.flatMap((unit) =>
      takeovers(unit, evidence)
        .filter((atMs) => !hasCause(unit, atMs, evidence, world))
        .map((atMs) => `${unit} becomes active at ${(atMs / 1000).toFixed(1)} s, and nothing was wrong`),
    );
  },
};

/** When the unit is first known to be active after it was not; the very first one makes the pair. */
function takeovers(unit: UnitName, { entries, beganMs }: Evidence): readonly number[] {
  const said = saidBy(unit, entries).filter(({ askedMs }) => unit === 'secondary' || askedMs >= beganMs);
  return said.flatMap(({ role, answeredMs }, at) =>
    role === 'active' && at > 0 && said[at - 1]?.role !== 'active' ? [answeredMs] : [],
  );
}

function hasCause(unit: UnitName, atMs: number, evidence: Evidence, world: World): boolean {
  const sinceMs = atMs - reactionBoundMs(evidence.journey.pair);
  const isTold = (deed: Deed): boolean => {
    const { loMs, hiMs } = whenOf(deed);
    return deed.fault.startsWith('told-') && deed.what === 'fault' && loMs <= atMs && hiMs >= sinceMs;
  };
  const dark = unitNames.flatMap((one) => world.dark[one]);
  return (
    evidence.deeds.some(isTold) ||
    [...dark, ...world.linkDown].some((spell) => maybeIn(spell, sinceMs, atMs)) ||
    mayHaveFailed(mateOf(unit), sinceMs, atMs, evidence, world)
  );
}

/** Whether so many monitored interfaces were down at some time that the policy may have been met. */
function mayHaveFailed(
  unit: UnitName,
  sinceMs: number,
  atMs: number,
  { journey: { pair } }: Evidence,
  { down }: World,
): boolean {
  const monitored = pair.interfaces.flatMap(({ monitored: is, nameif }) => (is ? [nameif] : []));
  const failed = monitored.filter((nameif) =>
    (down[unit].get(nameif) ?? []).some((spell) => maybeIn(spell, sinceMs, atMs)),
  ).length;
  if (failed === 0) return false;
  const { policy } = pair;
  return 'count' in policy ? failed >= policy.count : (failed * 100) / monitored.length >= policy.percent;
}
