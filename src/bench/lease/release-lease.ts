import type { Clock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import { holderText, whoWeAre } from './holder.ts';
import type { LeaseSeen, LeaseStore } from './lease.ts';
import { watchHolder } from './watch-holder.ts';

/** Why a bench is taken away from whoever holds it, dead or alive. */
export interface Force {
  readonly because: string;
}

/**
 * Ends the lease of a holder that is gone or silent; with `force`, of any, which is kept beside the lease. An old
 * holder that lives is fenced off at its next act. Returns the lease that was ended, or undefined where nobody holds
 * the bench. Throws `BenchError` for a holder that lives, and for what cannot be read, without `force`.
 */
export async function releaseLease(
  store: LeaseStore,
  clock: Clock,
  force?: Force,
): Promise<LeaseSeen | undefined> {
  const seen = await store.read();
  if (!seen || seen.ended) return undefined;
  if (!force) await refuseLiving(store, seen, clock);
  const at = clock.wall().toISOString();
  const isEnded = await store.end(seen.token, { at, by: whoWeAre(), ...force });
  return isEnded ? seen : undefined;
}

async function refuseLiving(store: LeaseStore, seen: LeaseSeen, clock: Clock): Promise<void> {
  const forced = 'to take it away all the same: --force --because "why"';
  const { lease, unreadable = '', token } = seen;
  if (!lease) throw new BenchError('bench', `lease ${token} cannot be read (${unreadable}); ${forced}`);
  if ((await watchHolder(store, lease, clock)) === 'alive')
    throw new BenchError(
      'bench',
      `is held by ${holderText(lease.holder)}, which is alive. End it there, so that it is put back first; ${forced}`,
    );
}
