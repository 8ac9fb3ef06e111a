import type { Interval } from '../pair/index.ts';
import type { PairTimes } from './journey.ts';
import type { ProbePace } from './virtual-probes.ts';

/**
 * From any state, with nothing broken any more, to a steady pair, in milliseconds: a boot, a search for the mate, a
 * synchronization without progress that ends in another boot, and then all interfaces past `Waiting`.
 */
export function settleBoundMs(pair: PairTimes): number {
  const rejoinMs = 1.1 * pair.bootMs + 2 * pair.unitHoldMs + 4 * pair.syncMs;
  return 2 * rejoinMs + 60_000 + 2 * pair.interfaceHoldMs + 4 * pair.interfacePollMs + 10_000;
}

/**
 * How long a pair with a unit that has power and a failover link in order may be without an active unit, in
 * milliseconds: the unit may have been joining, starts over from its flash, and searches for a mate first.
 */
export function leaderlessBoundMs({ bootMs, unitHoldMs, unitPollMs, syncMs }: PairTimes): number {
  return 1.1 * bootMs + 2 * unitHoldMs + 3 * unitPollMs + 4 * syncMs + 3000;
}

/** After any deed, roles may change for so long because of it, in milliseconds: a boot, the tests of interfaces, a search. */
export function reactionBoundMs(pair: PairTimes): number {
  return leaderlessBoundMs(pair) + pair.interfaceHoldMs + 2 * pair.interfacePollMs;
}

/** How closely the consoles are asked when something happens. */
export function quickestMs({ unitPollMs }: PairTimes): number {
  return Math.min(1500, Math.max(150, unitPollMs / 4));
}

/** How seldom the consoles of a pair at rest may be asked without the judge missing a look; half of what it allows. */
export function judgedPaceMs({ unitPollMs, unitHoldMs }: PairTimes): number {
  return Math.max(2000, 3 * unitPollMs, unitHoldMs / 2) / 2;
}

/** When the hold time that began with a deed may be over, in milliseconds after it. */
export function holdTimeOver({
  unitHoldMs,
  unitPollMs,
}: Pick<PairTimes, 'unitHoldMs' | 'unitPollMs'>): Interval {
  return { loMs: unitHoldMs - 2 * unitPollMs, hiMs: unitHoldMs + unitPollMs + 1000 };
}

/** Probes of a flow, often enough that no takeover passes unseen, and batches of them as seldom as may be. */
export function probePace({ unitHoldMs }: PairTimes): ProbePace {
  return { everyMs: Math.min(1500, Math.max(200, unitHoldMs / 4)), batchEveryMs: 20_000 };
}
