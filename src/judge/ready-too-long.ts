import type { Becomes, Predicted } from '../model/index.ts';
import type { FailoverSettings } from '../pair/index.ts';
import type { Struck } from './change.ts';
import { asLook, holeIn } from './hole.ts';
import { blindMs } from './patience.ts';
import type { Told } from './told.ts';
import type { Word } from './word.ts';

/** For how long a unit said that it is ready to take over, from its first such word to its last. */
export interface Readiness {
  readonly forMs: number;
  readonly allowedMs: number;
  readonly first: Word;
  readonly last: Word;
}

/**
 * The last time in which the unit said that it is ready to take over and did not, where it was longer than the model
 * allows and nobody looked away. Absent otherwise: for what was not seen nobody is blamed.
 */
export function readyTooLong(
  { who, group, readyForMs }: Extract<Predicted, Becomes>,
  { effect }: Struck,
  untilMs: number,
  { words, lulls }: Told,
  settings: FailoverSettings,
): Readiness | undefined {
  if (readyForMs === undefined) return undefined;
  const isOwn = (one: Pick<Word, 'unit' | 'group' | 'saidBy'>): boolean =>
    one.unit === who && one.group === group && one.saidBy === 'itself';
  const own = words.filter(
    (word) => isOwn(word) && word.askedMs >= effect.hiMs && word.answeredMs <= untilMs,
  );
  const ready = own.slice(own.findLastIndex(({ state }) => state !== 'standby-ready') + 1);
  const [first, last] = [ready[0], ready.at(-1)];
  if (!first || !last || last.askedMs - first.answeredMs <= readyForMs) return undefined;
  const counted = lulls.filter(
    (lull) =>
      isOwn(lull) &&
      lull.state === 'standby-ready' &&
      lull.fromMs >= first.askedMs &&
      lull.toMs <= last.answeredMs,
  );
  const looks = [...ready, ...counted.map(asLook)];
  if (holeIn(looks, first.askedMs, last.answeredMs, blindMs(settings))) return undefined;
  return { forMs: last.askedMs - first.answeredMs, allowedMs: readyForMs, first, last };
}
