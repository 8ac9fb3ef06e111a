import type { Quiet } from './told.ts';
import type { Said } from './word.ts';

/** How much of a quiet time is kept word by word at its beginning and at its end, in milliseconds. */
const edgeMs = 120_000;

/**
 * What one teller says of one thing. From two minutes after the beginning of a quiet time to two minutes before its
 * end his words are counted, not kept; whoever hears all tellers says when it is over.
 */
export class Voice<W extends Said & { readonly state: string }> {
  readonly kept: W[] = [];
  readonly lulls: { readonly of: W; readonly quiet: Quiet }[] = [];
  readonly #recent: { readonly word: W; readonly blindMs: number }[] = [];
  #last: W | undefined;
  /** When what it says began to be the same, while everybody else repeated himself as well. */
  #calmSinceMs = Infinity;
  #lull: { readonly of: W; readonly quiet: Quiet } | undefined;

  /** How many words are held. */
  get size(): number {
    return this.kept.length + this.#recent.length;
  }

  /** What it said last in this quiet time; absent if it said nothing in it. */
  get inCalm(): W | undefined {
    return this.#calmSinceMs < Infinity ? this.#last : undefined;
  }

  /** Whether the word ends the quiet time: it says something else, or nobody had looked for longer than that. */
  isNews(word: W, patienceMs: number): boolean {
    return this.#last?.state !== word.state || blindBetween(this.#last, word) > patienceMs;
  }

  hear(word: W): void {
    const blindMs = blindBetween(this.#last, word);
    this.#last = word;
    this.#calmSinceMs = Math.min(this.#calmSinceMs, word.answeredMs);
    if (word.answeredMs < this.#calmSinceMs + edgeMs) this.kept.push(word);
    else this.#recent.push({ word, blindMs });
  }

  /** The quiet time is over, and what was said last is kept. */
  stir(): void {
    for (const { word } of this.#recent) this.kept.push(word);
    this.#recent.length = 0;
    this.#calmSinceMs = Infinity;
    this.#endLull();
  }

  /** Counts what is no longer recent, or keeps it where every word may matter; gives the end of what was not kept. */
  forget(isEachKept: boolean): number {
    let untilMs = -Infinity;
    const latestMs = this.#last?.answeredMs ?? -Infinity;
    for (
      let oldest = this.#recent[0];
      oldest && oldest.word.answeredMs < latestMs - edgeMs;
      oldest = this.#recent[0]
    ) {
      this.#recent.shift();
      if (isEachKept) {
        this.kept.push(oldest.word);
        this.#endLull();
      } else untilMs = this.#count(oldest);
    }
    return untilMs;
  }

  #count({ word, blindMs }: { readonly word: W; readonly blindMs: number }): number {
    const before = this.#lull?.quiet;
    const quiet: Quiet = {
      fromMs: before?.fromMs ?? word.askedMs,
      toMs: word.answeredMs,
      count: (before?.count ?? 0) + 1,
      blindMs: Math.max(before?.blindMs ?? 0, blindMs),
    };
    this.#lull = { of: word, quiet };
    return word.answeredMs;
  }

  #endLull(): void {
    if (this.#lull) this.lulls.push(this.#lull);
    this.#lull = undefined;
  }
}

/** How long nobody knew, at most, between the last word and this answer; endless where time runs backwards. */
function blindBetween(last: Said | undefined, { askedMs, answeredMs }: Said): number {
  if (!last || askedMs < last.askedMs || answeredMs < last.answeredMs) return Infinity;
  return Math.max(askedMs - last.answeredMs, answeredMs - askedMs);
}
