import { tryInput } from './try-input.ts';
import type { FuzzTarget } from './target.ts';

const mostAttempts = 400;
/** Of one input that takes its time; the smallest is not worth hours. */
const mostMs = 20_000;

/** The smallest input found that breaks the contract in the same way, by taking parts away while it does. */
export async function minimised(target: FuzzTarget, input: Uint8Array, outcome: string): Promise<Uint8Array> {
  let [smallest, left, spentMs] = [Buffer.from(input), mostAttempts, 0];
  for (let length = smallest.length >> 1; length > 0 && left > 0;) {
    let isSmaller = false;
    for (let from = 0; from < smallest.length && left > 0 && spentMs < mostMs; left--) {
      const candidate = Buffer.concat([smallest.subarray(0, from), smallest.subarray(from + length)]);
      const tried = await tryInput(target, candidate);
      spentMs += tried.tookMs;
      if (tried.broken !== undefined && tried.outcome === outcome) [smallest, isSmaller] = [candidate, true];
      else from += length;
    }
    if (!isSmaller) length >>= 1;
    if (spentMs >= mostMs) break;
  }
  return smallest;
}
