import * as fc from 'fast-check';
import { anyJourney } from './any-journey.ts';
import type { Journey } from './journey.ts';
import { laws } from './law/index.ts';
import { travel } from './travel.ts';

/** What one seed came to. */
export interface Explored {
  readonly seed: number;
  /** Virtual milliseconds that were played, shrinking left out. */
  readonly playedMs: number;
  readonly failure?: Failure;
}

/** A seed that broke a law, shrunk to the least journey that still breaks one. */
export interface Failure {
  /** With the seed, what plays the shrunk journey again. */
  readonly path: string;
  readonly journey: Journey;
  readonly why: string;
}

/** How long one failing seed may be shrunk, in milliseconds of real time. */
const shrinkForMs = 20_000;

/** Plays one seed and, if it breaks a law, shrinks it. `path` plays one journey of an earlier shrinking alone. */
export async function exploreSeed(seed: number, path?: string): Promise<Explored> {
  let playedMs: number | undefined;
  const property = fc.asyncProperty(anyJourney, async (journey) => {
    const evidence = await travel(journey);
    playedMs ??= evidence.endedMs;
    const broken = laws.flatMap((law) => law.broken(evidence).map((how) => `${law.name}: ${how}`));
    if (broken.length > 0) throw new Error(broken.join('\n'));
  });
  const checked = await fc.check(property, {
    seed,
    numRuns: 1,
    interruptAfterTimeLimit: shrinkForMs,
    ...(path === undefined ? {} : { path, endOnFailure: true }),
  });
  if (!checked.failed || !checked.counterexample) return { seed, playedMs: playedMs ?? 0 };
  const [journey] = checked.counterexample;
  const { errorInstance } = checked;
  const why = errorInstance instanceof Error ? wordsOf(errorInstance) : String(errorInstance);
  return {
    seed,
    playedMs: playedMs ?? 0,
    failure: { path: checked.counterexamplePath ?? '', journey, why },
  };
}

/** A broken law says all in its message; anything else is our own error, and its stack says where. */
function wordsOf(error: Error): string {
  const isLaw = laws.some(({ name }) => error.message.startsWith(`${name}: `));
  return isLaw ? error.message : (error.stack ?? error.message);
}
