import { z } from 'zod';

/** Numbers of a timeline; a file may hold anything, so each has a bound that arithmetic can live with. */

/** Thirty years in milliseconds: no instant and no length of a run is farther away. */
const farMs = 1e12;

/** Milliseconds since the run began; what was seen before its first entry is negative. */
export const instant = z.number().min(-farMs).max(farMs);

/** Not negative: a count, a length, a sequence number. */
export const count = z.number().min(0).max(farMs);

/** `hiMs` has no end when no upper bound was seen; JSON has no word for that but `null`. */
export const interval = z.object({
  loMs: instant,
  hiMs: z.union([instant, z.null().transform(() => Infinity)]),
});
