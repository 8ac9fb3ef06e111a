import type { Bench } from '../bench.ts';
import { StillWrong } from './still-wrong.ts';
import { missingForSteady } from './steady.ts';
import { waitInVain } from './wait-in-vain.ts';
import type { PairSeen } from '../seen.ts';
import type { Wrong } from './wrong-at-rest.ts';

/** What was waited for did come, or what the pair did instead for half of the time or longer. */
export type Settled = { readonly isSo: true } | { readonly isSo: false; readonly wrongs: readonly Wrong[] };

/** Waits for something of both units, as long as the topology allows, and listens to what is wrong meanwhile. */
export async function settle(
  bench: Bench,
  what: string,
  isSo: (seen: PairSeen) => boolean,
  signal: AbortSignal,
): Promise<Settled> {
  const boundMs = bench.topology.pair.steady;
  const still = new StillWrong();
  const look = (seen: PairSeen): boolean => {
    still.hear(seen, bench.clock.nowMs());
    return isSo(seen);
  };
  if (await bench.watch.waitUntil(what, look, boundMs, signal)) return { isSo: true };
  return { isSo: false, wrongs: still.for(boundMs / 2, bench.clock.nowMs()) };
}

/**
 * Waits, as long as the topology allows, until a steady state is proven on both units by what they say from now
 * on. False if it is not; where that is the pair's own doing it is recorded as such, for the judge to make a finding
 * of it.
 */
export async function untilSteady(bench: Bench, signal: AbortSignal): Promise<boolean> {
  const settled = await settleDown(bench, signal);
  if (settled.isSo) return true;
  bench.notebook.wrongs(settled.wrongs);
  return false;
}

const isSteady = (seen: PairSeen): boolean => missingForSteady(seen).length === 0;

/**
 * Waits for a steady state of both units, and records no trouble. Where nothing but interfaces that wait is in its way,
 * it is looked into why they do.
 */
export async function settleDown(bench: Bench, signal: AbortSignal): Promise<Settled> {
  const settled = await settle(bench, 'a steady state of both units', isSteady, signal);
  if (settled.isSo || settled.wrongs.length > 0) return settled;
  return { isSo: false, wrongs: await waitInVain(bench, signal) };
}
