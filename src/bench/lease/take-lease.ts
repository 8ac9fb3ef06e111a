import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import { makeBenchFolder } from '../kept/bench-folder.ts';
import type { BenchFolder } from '../kept/bench-folder.ts';
import { Fence } from './fence.ts';
import { holderText, livenessOf, ourselves } from './holder.ts';
import type { LeaseSeen, LeaseStore } from './lease.ts';
import { leaseFolder } from './lease-folder.ts';
import { watchHolder } from './watch-holder.ts';

/** Who wants a bench, and what for. */
export interface LeaseWish {
  /** As it was typed: `fover run active-standby -t rack.yaml`. */
  readonly command: string;
  /** Where what is done is recorded. */
  readonly run?: string;
  readonly clock: Clock;
  /** Told what somebody at the terminal should know. */
  readonly say: (text: string) => void;
  readonly signal?: AbortSignal;
  /** Where leases are kept that are shared; beside the topology without it. */
  readonly store?: LeaseStore;
}

/** Milliseconds without a heartbeat after which a holder is taken for gone. */
const ttlMs = 15_000;
/** Others may be faster, but not for ever. */
const mostTries = 20;

/**
 * Takes a bench, for whoever will change something on it; nothing where `kept` is undefined, for such a bench is
 * nobody else's. A holder whose process is gone, or who gives no sign of life for fifteen seconds, is taken from, and
 * that is said. Throws `BenchError` where the bench is held, with whose it is; rejects with the reason of the signal.
 * Whoever is given it releases it.
 */
export async function takeLease(kept: BenchFolder | undefined, wish: LeaseWish): Promise<Fence | undefined> {
  if (!kept) return undefined;
  makeBenchFolder(kept);
  const { store = leaseFolder(kept.lease), clock, command, run, say } = wish;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const seen = await store.read();
    const from = seen && !seen.ended ? await takenFrom(store, seen, wish) : undefined;
    if (from === 'changed') continue;
    const holder = ourselves(command, run);
    const takenAt = clock.wall().toISOString();
    const claim = { id: randomUUID(), holder, takenAt, ttlMs, ...(from === undefined ? {} : { from }) };
    const lease = await store.take(claim, seen?.token ?? 0);
    if (!lease) continue;
    if (from !== undefined)
      say(`the bench was taken over from ${from}. Look at fover recover before anything else`);
    return new Fence(store, lease, clock);
  }
  throw new BenchError('bench', `${mostTries} times somebody was faster; see fover who, and try again`);
}

/** From whom, and why it may be; or `changed`, where it is another's by now. Throws where the holder lives. */
async function takenFrom(store: LeaseStore, seen: LeaseSeen, wish: LeaseWish): Promise<string> {
  const { token, lease, unreadable = '' } = seen;
  if (!lease)
    throw new BenchError(
      'bench',
      `who holds it is not known: lease ${token} in ${store.name} cannot be read (${unreadable}). ` +
        'If nobody works at it: fover release --force --because "why" <topology>',
    );
  const { holder } = lease;
  const who = `${holderText(holder)}, since ${lease.takenAt}`;
  const seconds = lease.ttlMs / 1000;
  if (livenessOf(holder) !== 'gone')
    wish.say(`the bench is held by ${who}; looking for a sign of life, ${seconds} s at most`);
  const watched = await watchHolder(store, lease, wish.clock, wish.signal);
  if (watched === 'changed') return watched;
  if (watched === 'gone') return `${who}, whose process is gone`;
  if (watched === 'silent') return `${who}, who gave no sign of life for ${seconds} s`;
  throw new BenchError(
    'bench',
    `is held by ${who}. Wait until that is over, or end it there; see fover who. Where it hangs and must be taken ` +
      'away: fover release --force --because "why" <topology>',
  );
}
