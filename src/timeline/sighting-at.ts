import type { Sighting } from '../pair/index.ts';

/**
 * The same sighting with the instants inside it read by `at`. Witnesses speak in instants of the clock; the
 * timeline holds milliseconds since the run began; probes and sessions carry instants.
 */
export function sightingAt(saw: Sighting, at: (clockMs: number) => number): Sighting {
  if (saw.sight === 'session') return { ...saw, sinceMs: at(saw.sinceMs) };
  if (saw.sight !== 'probes') return saw;
  const between = (sent: { readonly firstSentMs: number; readonly lastSentMs: number }) => ({
    firstSentMs: at(sent.firstSentMs),
    lastSentMs: at(sent.lastSentMs),
  });
  return { ...saw, ...between(saw), lost: saw.lost.map((range) => ({ ...range, ...between(range) })) };
}
