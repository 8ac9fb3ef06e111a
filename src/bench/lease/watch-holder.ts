import { pause } from '../../clock.ts';
import type { Clock } from '../../clock.ts';
import { livenessOf } from './holder.ts';
import type { Lease, LeaseStore } from './lease.ts';

/**
 * What became of a holder: its process is gone; it was silent for longer than it may be; it lives; or the bench is
 * another's by now, or free.
 */
export type Watched = 'gone' | 'silent' | 'alive' | 'changed';

/** Looks in one time to live. */
const looks = 60;

/**
 * Watches the holder of a lease until it is known whether it lives, for as long as a lease lasts without a
 * heartbeat, by our own clock: dates of two machines are never compared. Rejects with the reason of `signal`.
 */
export async function watchHolder(
  store: LeaseStore,
  { token, holder, ttlMs }: Lease,
  clock: Clock,
  signal?: AbortSignal,
): Promise<Watched> {
  const sinceMs = clock.nowMs();
  let beat: string | undefined;
  for (;;) {
    if (livenessOf(holder) === 'gone') return 'gone';
    const seen = await store.read();
    if (seen?.token !== token || seen.ended) return 'changed';
    beat ??= seen.beat;
    if (seen.beat !== beat) return 'alive';
    if (clock.nowMs() - sinceMs >= ttlMs) return 'silent';
    await pause(clock, ttlMs / looks, signal);
  }
}
