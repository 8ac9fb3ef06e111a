import type { Becomes } from '../model/index.ts';
import { elapsed } from '../pair/index.ts';
import type { FailoverSettings, Interval } from '../pair/index.ts';
import type { Asked } from './asked.ts';
import { blindMs } from './patience.ts';
import type { Told } from './told.ts';
import type { Turn, Word } from './word.ts';

/** A change that was seen: between when and when, and who bounds it. */
export interface Change {
  readonly at: Interval;
  readonly before: Word | undefined;
  readonly first: Word;
  readonly turn: Turn | undefined;
}

/** The words about this unit by whom the prediction names, from the stimulus before to the one after. */
export function wordsFor(
  { who, saidBy }: Becomes,
  { sinceMs, untilMs }: Asked,
  { words }: Told,
): readonly Word[] {
  return words.filter(
    (word) =>
      word.unit === who && word.saidBy === saidBy && word.askedMs >= sinceMs && word.answeredMs <= untilMs,
  );
}

/**
 * The first word that confirms, and the last contrary one that was asked for before that was answered. Where the
 * guides give no time, only what was asked for after the stimulus counts; otherwise the answer must be later.
 */
export function changeIn(
  words: readonly Word[],
  { states, who, saidBy, latestMs }: Becomes,
  { effect }: Asked,
  turns: readonly Turn[],
): Change | undefined {
  const isAfter = (word: Word): boolean =>
    (latestMs === Infinity ? word.askedMs : word.answeredMs) >= effect.loMs;
  const first = words.find((word) => states.includes(word.state) && isAfter(word));
  if (!first) return undefined;
  const contrary = words.filter((word) => !states.includes(word.state) && word.askedMs <= first.answeredMs);
  const before = contrary.reduce<Word | undefined>(
    (a, b) => (a && a.askedMs >= b.askedMs ? a : b),
    undefined,
  );
  const loMs = before?.askedMs ?? effect.loMs;
  const to = states.includes('active') ? 'active' : states.includes('standby-ready') ? 'standby' : undefined;
  const turn = turns.find(
    (said) =>
      saidBy === 'itself' &&
      said.unit === who &&
      said.to === to &&
      said.atMs >= Math.max(loMs, effect.loMs) &&
      said.atMs <= first.answeredMs,
  );
  return { at: { loMs, hiMs: turn?.atMs ?? first.answeredMs }, before, first, turn };
}

/** The last word answered before the effect already confirms: the change cannot be told from what was before. */
export function wasSoBefore(words: readonly Word[], { states }: Becomes, { effect }: Asked): boolean {
  const before = words.findLast(({ answeredMs }) => answeredMs < effect.loMs);
  return before !== undefined && states.includes(before.state);
}

/**
 * From the effect to the change. It cannot be negative where the order is certain: the unit was still seen
 * otherwise close before the effect, so the change followed it. Where the guides give no time, the order is that
 * of the question, which was asked after the effect.
 */
export function timeOf(
  { latestMs }: Becomes,
  { effect }: Asked,
  { at, before }: Change,
  settings: FailoverSettings,
): Interval {
  const time = elapsed(effect, at);
  const isFresh = before !== undefined && before.answeredMs >= effect.loMs - blindMs(settings);
  const isOrdered = isFresh || latestMs === Infinity;
  return isOrdered ? { loMs: Math.max(0, time.loMs), hiMs: Math.max(0, time.hiMs) } : time;
}
