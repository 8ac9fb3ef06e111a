import { foretellCourse, stateAfter, viewsOf } from '../model/index.ts';
import type { Foretold, PairState } from '../model/index.ts';
import { unitNames } from '../pair/index.ts';
import type { Steady } from './steady.ts';
import type { Strike } from './strikes.ts';
import type { Told } from './told.ts';

/** What is foretold of a stimulus; `of`, and `by` of what is cancelled, are the places of strikes. */
export type ForetoldOf = Foretold & { readonly of: number };

/** What is foretold of each strike, stimulus by stimulus; `seen` are the states that the pair was seen in before them. */
export function foretell(
  strikes: readonly Strike[],
  seen: readonly (PairState | undefined)[],
  { pair, settings }: Steady,
): readonly ForetoldOf[] {
  const timed = strikes.flatMap(({ stimuli, effect, isUnknown }, of) =>
    stimuli.map((stimulus, nth) => ({
      of,
      stimulus,
      atMs: effect.loMs,
      byMs: effect.hiMs,
      ...(nth === 0 ? {} : { withPrevious: true as const }),
      ...(isUnknown && { isUnknown }),
      ...(nth === 0 && seen[of] ? { isSettled: true as const, seen: seen[of] } : {}),
    })),
  );
  const placeOf = (at: number): number => timed[at]?.of ?? strikes.length;
  return foretellCourse(pair, timed, settings).map((each, at) => ({
    ...each,
    of: placeOf(at),
    cancelled: each.cancelled.map((one) => ({ ...one, by: placeOf(one.by) })),
  }));
}

/**
 * The state in which the pair is when all that was foretold has come true, if the last words of both units before the
 * strike say so too.
 */
export function seenBefore(
  at: number,
  strikes: readonly Strike[],
  { words }: Told,
  { pair, settings, sinceMs }: Steady,
): PairState | undefined {
  const state = strikes
    .slice(0, at)
    .flatMap(({ stimuli }) => stimuli)
    .reduce((before, stimulus) => stateAfter(before, stimulus, settings), pair);
  const fromMs = strikes[at - 1]?.effect.hiMs ?? sinceMs;
  const byMs = strikes[at]?.effect.loMs ?? -Infinity;
  const isSaid = viewsOf(state).every(({ group, units }) =>
    unitNames.every((unit) => {
      const last = words.findLast(
        (word) =>
          word.unit === unit &&
          word.group === group &&
          word.saidBy === 'itself' &&
          word.askedMs >= fromMs &&
          word.answeredMs <= byMs,
      );
      return last === undefined ? units[unit] === 'off' : last.state === units[unit];
    }),
  );
  return isSaid ? state : undefined;
}
