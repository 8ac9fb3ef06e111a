import type { JourneyPair } from './journey.ts';

/**
 * From any state, with nothing broken any more, to a steady pair, in milliseconds: a boot, a search for the mate, a
 * synchronization without progress that ends in another boot, and then all interfaces past `Waiting`.
 */
export function settleBoundMs(pair: JourneyPair): number {
  const rejoinMs = 1.1 * pair.bootMs + 2 * pair.unitHoldMs + 4 * pair.syncMs;
  return 2 * rejoinMs + 60_000 + 2 * pair.interfaceHoldMs + 4 * pair.interfacePollMs + 10_000;
}
