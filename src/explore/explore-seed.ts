import * as fc from 'fast-check';
import { drawings } from './any-drawn.ts';
import type { Drawing, Drawn } from './any-drawn.ts';
import { playDrawn } from './play-drawn.ts';
import type { Played } from './play-drawn.ts';

/** What one seed came to. */
export interface Explored {
  readonly seed: number;
  /** Virtual milliseconds that were played, shrinking left out. */
  readonly playedMs: number;
  readonly kind: string;
  readonly failure?: Failure;
}

/** A seed that broke a law, shrunk to the least that still breaks one. */
export interface Failure {
  /** With the seed, what plays the shrunk case again. */
  readonly path: string;
  readonly drawn: Drawn;
  readonly why: string;
}

/** How long one failing seed may be shrunk, in milliseconds of real time. */
const shrinkForMs = 20_000;

class LawBroken extends Error {
  override readonly name = 'LawBroken';
}

/** Plays one seed and, if it breaks a law, shrinks it. `path` plays one case of an earlier shrinking alone. */
export async function exploreSeed(
  seed: number,
  path?: string,
  drawing: Drawing = 'anything',
): Promise<Explored> {
  let first: Played | undefined;
  const property = fc.asyncProperty<[Drawn]>(drawings[drawing], async (drawn) => {
    const played = await playDrawn(drawn);
    first ??= played;
    if (played.broken.length > 0) throw new LawBroken(played.broken.join('\n'));
  });
  const checked = await fc.check(property, {
    seed,
    numRuns: 1,
    interruptAfterTimeLimit: shrinkForMs,
    ...(path === undefined ? {} : { path, endOnFailure: true }),
  });
  const explored = { seed, playedMs: first?.playedMs ?? 0, kind: first?.kind ?? 'broken off' };
  if (!checked.failed || !checked.counterexample) return explored;
  const [drawn] = checked.counterexample;
  return {
    ...explored,
    failure: { path: checked.counterexamplePath ?? '', drawn, why: wordsOf(checked.errorInstance) },
  };
}

/** A broken law says all in its message; anything else is our own error, and its stack says where. */
function wordsOf(error: unknown): string {
  if (error instanceof LawBroken) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
