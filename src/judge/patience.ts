import type { FailoverSettings } from '../pair/index.ts';

/** Milliseconds that a look at a console may always take, and that may always lie between two. */
const leastBlindMs = 2000;

/**
 * How long nobody may have looked, in milliseconds: two seconds, three unit polls or half the unit hold time,
 * whichever is longest. A pair that wrongly failed over stays so until something moves the roles again, and that
 * takes at least the time in which units judge each other; a slow serial line must not make every answer worthless.
 * To be missed, a unit would have to change its role and change it back between two looks, with no message on its
 * console and no word of its mate.
 */
export function blindMs({ unitPollMs, unitHoldMs }: FailoverSettings): number {
  return Math.max(leastBlindMs, 3 * unitPollMs, unitHoldMs / 2);
}
