/** So many of them, spread over all, the same ones for the same seed; all in their order if there are no more. */
export function sampleOf<T>(all: readonly T[], count: number, seed: number): readonly T[] {
  if (count >= all.length) return all;
  const picked = all
    .map((one, at) => ({ one, at, key: scrambled(at, seed) }))
    .toSorted((a, b) => a.key - b.key)
    .slice(0, count);
  return picked.toSorted((a, b) => a.at - b.at).map(({ one }) => one);
}

/** A number from 0 to 2³² that looks as if it had nothing to do with the other two (the finisher of MurmurHash3). */
function scrambled(at: number, seed: number): number {
  let mixed = Math.imul(at + 1, 0x9e_37_79_b1) ^ Math.imul(seed + 1, 0x85_eb_ca_6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85_eb_ca_6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2_b2_ae_35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
