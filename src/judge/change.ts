import type { Becomes, LinkPrediction, Predicted } from '../model/index.ts';
import { elapsed } from '../pair/index.ts';
import type { FailoverSettings, Interval } from '../pair/index.ts';
import { blindMs } from './patience.ts';
import type { Told } from './told.ts';
import type { Said, Turn } from './word.ts';

/** A change that must be seen: of a unit, of a failover group on it, or of what a unit says of a link. */
export type Wish = Extract<Predicted, Becomes> | LinkPrediction;

/** A word that speaks of what is wished for. */
export type WishWord = Said & { readonly state: string };

/** When a strike took effect, and from when on words speak of the state that it met. */
export interface Struck {
  readonly effect: Interval;
  readonly sinceMs: number;
}

/** A change that was seen: between when and when, and who bounds it. */
export interface Change {
  readonly at: Interval;
  readonly before: WishWord | undefined;
  readonly first: WishWord;
  readonly turn: Turn | undefined;
}

/** The words about it by whom the prediction names, from the strike before until its time ends. */
export function wordsFor(
  wish: Wish,
  { sinceMs }: Struck,
  untilMs: number,
  { words, linkWords }: Told,
): readonly WishWord[] {
  const about: readonly WishWord[] =
    wish.prediction === 'link'
      ? linkWords.filter(({ unit, link }) => unit === wish.by && link === wish.link)
      : words.filter(
          ({ unit, group, saidBy }) => unit === wish.who && group === wish.group && saidBy === wish.saidBy,
        );
  return about.filter(({ askedMs, answeredMs }) => askedMs >= sinceMs && answeredMs <= untilMs);
}

/** Whether one of its states is the word. */
export function isWished({ states }: Wish, { state }: WishWord): boolean {
  return states.some((each) => each === state);
}

/**
 * The first word that confirms, and the last contrary one that was asked for before that was answered. Where the
 * guides give no time, only what was asked for after the stimulus counts; otherwise the answer must be later.
 */
export function changeIn(
  words: readonly WishWord[],
  wish: Wish,
  { effect }: Struck,
  turns: readonly Turn[],
): Change | undefined {
  const isAfter = (word: WishWord): boolean =>
    (wish.latestMs === Infinity ? word.askedMs : word.answeredMs) >= effect.loMs;
  const first = words.find((word) => isWished(wish, word) && isAfter(word));
  if (!first) return undefined;
  const contrary = words.filter((word) => !isWished(wish, word) && word.askedMs <= first.answeredMs);
  const before = contrary.reduce<WishWord | undefined>(
    (a, b) => (a && a.askedMs >= b.askedMs ? a : b),
    undefined,
  );
  const loMs = before?.askedMs ?? effect.loMs;
  const turn = turns.find(
    (said) =>
      isTurnOf(said, wish) && said.atMs >= Math.max(loMs, effect.loMs) && said.atMs <= first.answeredMs,
  );
  return { at: { loMs, hiMs: turn?.atMs ?? first.answeredMs }, before, first, turn };
}

/** Whether the message announces what is wished for. */
function isTurnOf({ unit, group, to }: Turn, wish: Wish): boolean {
  if (wish.prediction === 'link' || wish.saidBy !== 'itself') return false;
  if (unit !== wish.who || group !== wish.group) return false;
  return wish.states.includes(to === 'active' ? 'active' : 'standby-ready');
}

/** Whether it was seen to have come true until then. */
export function isSeen(wish: Wish, struck: Struck, told: Told, untilMs: number): boolean {
  return changeIn(wordsFor(wish, struck, untilMs, told), wish, struck, told.turns) !== undefined;
}

/** The last word answered before the effect already confirms: the change cannot be told from what was before. */
export function wasSoBefore(words: readonly WishWord[], wish: Wish, { effect }: Struck): boolean {
  const before = words.findLast(({ answeredMs }) => answeredMs < effect.loMs);
  return before !== undefined && isWished(wish, before);
}

/**
 * From the effect to the change. It cannot be negative where the order is certain: the unit was still seen
 * otherwise close before the effect, so the change followed it. Where the guides give no time, the order is that
 * of the question, which was asked after the effect.
 */
export function timeOf(
  { latestMs }: Wish,
  { effect }: Struck,
  { at, before }: Change,
  settings: FailoverSettings,
): Interval {
  const time = elapsed(effect, at);
  const isFresh = before !== undefined && before.answeredMs >= effect.loMs - blindMs(settings);
  const isOrdered = isFresh || latestMs === Infinity;
  return isOrdered ? { loMs: Math.max(0, time.loMs), hiMs: Math.max(0, time.hiMs) } : time;
}
