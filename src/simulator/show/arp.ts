import type { Space } from '../system/space.ts';

/** `show arp`: every neighbour, and for how many seconds it has been known. */
export function showArp(space: Space): string[] {
  const nowMs = space.clock.nowMs();
  return space.forwarding.tables.neighbours
    .all()
    .map(
      ({ nameif, address, mac, startedMs }) =>
        `\t${nameif} ${address} ${mac} ${Math.floor((nowMs - startedMs) / 1000)}`,
    );
}
