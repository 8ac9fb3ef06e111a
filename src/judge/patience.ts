import type { FailoverSettings } from '../pair/index.ts';

/**
 * How long nobody may have looked, in milliseconds: two seconds, or three unit polls where those are longer. A
 * unit that fails over and back within less would have to promote itself (up to one second) and stand down again
 * between two looks, with no message on its console and no word of its mate.
 */
export function blindMs({ unitPollMs }: FailoverSettings): number {
  return Math.max(2000, 3 * unitPollMs);
}
