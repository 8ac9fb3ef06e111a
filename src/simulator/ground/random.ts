/** Chance that a seed repeats: jitter of boots, polls and relays. */
export interface Random {
  /** At least `lo`, less than `hi`. */
  between(lo: number, hi: number): number;
  /** A stream of its own, so that one part drawing more does not move the others. */
  fork(name: string): Random;
}

/** The stream of a seed (Mulberry32: small, even, and the same on every machine). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    between: (lo, hi) => lo + next() * (hi - lo),
    fork: (name) => seededRandom(seed ^ hashOf(name)),
  };
}

/** A 32-bit number for a text (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
