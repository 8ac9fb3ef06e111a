import { Chance } from './chance.ts';

/** An input cut into pieces, as a network may: which ways follows from the input itself. */
export function inChunks(input: Uint8Array): readonly Uint8Array[] {
  const chance = new Chance(input.length + 31 * (input[0] ?? 0) + 997 * (input[input.length >> 1] ?? 0));
  const most = chance.of([1, 2, 7, 64, 1500]);
  const chunks: Uint8Array[] = [];
  // Bytes alone where there are many cost more than they tell.
  const least = Math.ceil(input.length / 5000);
  for (let at = 0; at < input.length;) {
    const length = least + chance.below(most);
    chunks.push(input.subarray(at, at + length));
    at += length;
  }
  return chunks;
}
