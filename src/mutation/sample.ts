import { createHash } from 'node:crypto';
import type { Mutant } from './mutants.ts';

/**
 * About one mutant in so many, in their order, the same ones for the same seed. Each is drawn by what it is, and not by
 * where it stands: an edit of one file changes what is drawn of that file alone.
 */
export function sampleOf(all: readonly Mutant[], oneIn: number, seed: number): readonly Mutant[] {
  const met = new Map<string, number>();
  return all.filter((mutant) => {
    const identity = JSON.stringify([mutant.source, mutant.was, mutant.is]);
    const occurrence = met.get(identity) ?? 0;
    met.set(identity, occurrence + 1);
    return scrambled(`${seed} ${occurrence} ${identity}`) % oneIn === 0;
  });
}

/** A number from 0 to 2³² that looks as if it had nothing to do with the text. */
const scrambled = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE();
