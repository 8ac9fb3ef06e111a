import { isActive, overlaps } from '../pair/index.ts';
import type { Interval, UnitName } from '../pair/index.ts';
import type { Word } from './word.ts';

/**
 * A word of the mate between two of the unit, all of them that they are active, or that they are not, and nothing in
 * between explained. What the unit said is found by halving, so that a long watch costs little more than its length.
 */
export function bothAre(
  wish: boolean,
  own: readonly Word[],
  unit: UnitName,
  explained: readonly Interval[],
): readonly [Word, Word, Word] | undefined {
  const mine = own.filter((word) => word.unit === unit).toSorted((a, b) => a.askedMs - b.askedMs);
  for (const between of own) {
    if (between.unit === unit || isActive(between.state) !== wish) continue;
    const before = lastAnsweredBy(mine, between.askedMs);
    const after = mine[countAskedBefore(mine, between.answeredMs)];
    if (!before || !after) continue;
    const stretch: Interval = { loMs: before.askedMs, hiMs: after.answeredMs };
    const isProof = isAllSo(wish, mine, stretch) && !explained.some((time) => overlaps(time, stretch));
    if (isProof) return [before, between, after];
  }
  return undefined;
}

/** The last of them that was answered until then; whatever was asked for after that cannot have been. */
function lastAnsweredBy(mine: readonly Word[], ms: number): Word | undefined {
  for (let at = countAskedBefore(mine, ms, true) - 1; at >= 0; at--) {
    const word = mine[at];
    if (word && word.answeredMs <= ms) return word;
  }
  return undefined;
}

/** All that the unit said in this time is so. */
function isAllSo(wish: boolean, mine: readonly Word[], { loMs, hiMs }: Interval): boolean {
  for (let at = countAskedBefore(mine, loMs); at < mine.length; at++) {
    const word = mine[at];
    if (!word || word.askedMs > hiMs) return true;
    if (word.answeredMs <= hiMs && isActive(word.state) !== wish) return false;
  }
  return true;
}

/** How many of them, which are in the order of their questions, were asked for before that instant, or at it. */
function countAskedBefore(mine: readonly Word[], ms: number, orAt = false): number {
  let [from, to] = [0, mine.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const askedMs = mine[middle]?.askedMs ?? Infinity;
    if (askedMs < ms || (orAt && askedMs === ms)) from = middle + 1;
    else to = middle;
  }
  return from;
}
