/** The failover groups of an Active/Active pair: whether they are set as the topology says, and where they belong. */
import { BenchError } from '../errors.ts';
import type { GroupSettings } from '../pair/index.ts';
import type { Topology } from '../topology/index.ts';
import type { Bench } from './bench.ts';
import type { PairSeen } from './seen.ts';
import { activeUnit, missingForSteady } from './rest/steady.ts';

/** A group as the topology has it, in the words of a unit. */
export function groupsIn({ pair }: Topology): readonly GroupSettings[] {
  const { groups, contexts, failover } = pair;
  return ([1, 2] as const).flatMap((group): readonly GroupSettings[] => {
    const written = groups?.[group];
    if (!written) return [];
    const { prefer, preempt } = written;
    return [
      {
        group,
        prefers: prefer,
        ...(preempt === false ? {} : { preemptAfterMs: preempt === true ? 0 : preempt }),
        contexts: contexts.filter((each) => each.group === group).map(({ name }) => name),
        settings: {
          interfacePollMs: failover['interface-poll'],
          interfaceHoldMs: failover['interface-hold'],
          interfacePolicy: written['interface-policy'] ?? failover['interface-policy'],
        },
      },
    ];
  });
}

/** Throws `BenchError` when the groups of a pair that was configured already are not those of the topology. */
export async function refuseOtherGroups(
  { consoles, topology }: Pick<Bench, 'consoles' | 'topology'>,
  signal: AbortSignal,
): Promise<void> {
  const { groups } = await consoles.primary.lookAtGroups({ signal });
  const written = groupsIn(topology);
  const wrong = ([1, 2] as const).flatMap((group) => {
    const [found, wanted] = [groups, written].map((all) => all.find((each) => each.group === group));
    const [is, says] = [termsOf(found), termsOf(wanted)];
    return is === says ? [] : [`group ${group} ${is}, the topology says ${says}`];
  });
  if (wrong.length > 0)
    throw new BenchError(
      'pair',
      `failover is already configured, but differently: ${wrong.join('; ')}. Change one of the two.`,
    );
}

function termsOf(of: GroupSettings | undefined): string {
  if (!of) return 'is not there';
  const { prefers = 'neither unit', preemptAfterMs, contexts, settings } = of;
  const preempt = preemptAfterMs === undefined ? 'does not preempt' : `preempts after ${preemptAfterMs} ms`;
  const poll = `polls interfaces every ${settings.interfacePollMs ?? 'default'} ms`;
  return `prefers ${prefers}, ${preempt}, ${poll}, with ${contexts.toSorted().join(', ')}`;
}

/**
 * Waits, so many milliseconds beyond the longest delay, until every group with `preempt` is where it prefers to be:
 * one that comes home later would come in the midst of something else. Whether one that stays away does wrong is not
 * for the bench to say.
 */
export async function untilGroupsAreHome(bench: Bench, beyondMs: number, signal: AbortSignal): Promise<void> {
  const preempting = groupsIn(bench.topology).filter(({ preemptAfterMs }) => preemptAfterMs !== undefined);
  if (preempting.length === 0) return;
  const isHome = (seen: PairSeen): boolean =>
    missingForSteady(seen).length === 0 &&
    preempting.every(({ group, prefers }) => activeUnit(seen, group) === prefers);
  await bench.watch.waitUntil(
    'every failover group where it prefers to be',
    isHome,
    longestPreemptMs(bench.topology) + beyondMs,
    signal,
  );
}

/** The longest delay of a `preempt`, in milliseconds; 0 where no group has one. */
export function longestPreemptMs(topology: Topology): number {
  return Math.max(0, ...groupsIn(topology).map(({ preemptAfterMs = 0 }) => preemptAfterMs));
}
