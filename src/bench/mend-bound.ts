import type { Topology } from '../topology/index.ts';

/** Milliseconds that closing one device may take, once the bench was put back. */
export const closeBoundMs = 15_000;

/** Beside what is waited for by the topology: sessions that are opened again, questions and commands with their own bounds. */
const besidesMs = 120_000;

/**
 * Milliseconds after which putting one thing back is given up. Every driver has bounds of its own that are far below it;
 * this one holds where such a bound fails. The longest way back is that of a pair on which failover was turned off: both
 * units become steady, one after the other.
 */
export function mendBoundMs({ pair, pdus, switches }: Topology): number {
  const settles = [...Object.values(pdus), ...Object.values(switches)].map(({ settle }) => settle);
  const dwells = Object.values(pdus).map(({ dwell }) => dwell);
  return 2 * pair.steady + Math.max(0, ...settles) + Math.max(0, ...dwells) + besidesMs;
}
