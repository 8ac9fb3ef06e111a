import type { FailoverSighting, SilenceSighting, UnitName, UnreadableSighting } from '../pair/index.ts';

/** What a console told last: the truth lies between `askedMs` and `answeredMs`, instants of the clock. */
export interface Seen {
  readonly saw: FailoverSighting | SilenceSighting | UnreadableSighting;
  readonly askedMs: number;
  readonly answeredMs: number;
}

/** The latest word of each unit. */
export type PairSeen = Readonly<Partial<Record<UnitName, Seen>>>;

/** The unit's own `show failover`, if that is what it answered last. */
export function reportOf(seen: Seen | undefined): FailoverSighting | undefined {
  return seen?.saw.sight === 'failover' ? seen.saw : undefined;
}
