import { isActive, unitNames } from '../pair/index.ts';
import type { FailoverState, UnitName } from '../pair/index.ts';
import type { Observation } from '../timeline/index.ts';
import { blindMs } from './patience.ts';
import { doubtOf, reportOf, turnOf, wordsOf } from './word.ts';
import type { Report, Turn, Word } from './word.ts';

/** All that was said of states, in the order of the answers, and what could not be used. */
export interface Told {
  readonly words: readonly Word[];
  /** What was said over and over in the midst of long quiet times, counted instead of kept. */
  readonly lulls: readonly Lull[];
  /** Answers of units that say nothing of states: failover is off in them. */
  readonly wordless: readonly Answer[];
  readonly turns: readonly Turn[];
  /** One sentence for each answer that counts for nothing. */
  readonly doubts: readonly string[];
  /** One sentence for each answer that speaks of a time of which the words were no longer kept. */
  readonly belated: readonly string[];
}

/** A unit answered its console, whatever it said. */
export type Answer = Pick<Report, 'unit' | 'askedMs' | 'answeredMs' | 'seq'>;

/** The same word about a unit by the same teller, many times with nothing else in between. */
export interface Lull {
  readonly unit: UnitName;
  readonly saidBy: Word['saidBy'];
  readonly state: FailoverState;
  /** From the first question that is not kept to the last answer that is not. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly count: number;
  /** The longest that one answer took, or that nobody asked. */
  readonly blindMs: number;
}

/** What one teller says of one unit. */
interface Voice {
  last?: Word;
  /** When what it says began to be the same, while everybody else repeated himself as well. */
  calmSinceMs: number;
  readonly recent: { readonly word: Word; readonly blindMs: number }[];
  lull: Lull | undefined;
}

/** How much of a quiet time is kept word by word at its beginning and at its end, in milliseconds. */
const edgeMs = 120_000;

/**
 * Takes down what is said of states. In a quiet time, where every teller repeats himself, nobody looks away, nothing
 * is done to the pair and not more than one unit says that it is active, the words from two minutes after its
 * beginning to two minutes before its end are counted, not kept: no question of the judge tells one of them from
 * another. What is held grows with what happens, not with how long nothing does.
 */
export class Telling {
  readonly #words: Word[] = [];
  readonly #lulls: Lull[] = [];
  readonly #wordless: Answer[] = [];
  readonly #turns: Turn[] = [];
  readonly #doubts: string[] = [];
  readonly #belated: string[] = [];
  readonly #voices = new Map<string, Voice>();
  #keptSinceMs = -Infinity;

  /** How many words are held. */
  get size(): number {
    const recent = [...this.#voices.values()].map((voice) => voice.recent.length);
    return recent.reduce((sum, each) => sum + each, this.#words.length);
  }

  /** Takes what a witness said; `isActing` while something is being done to the pair. */
  take(observation: Observation, isActing: boolean): void {
    const doubt = doubtOf(observation);
    if (doubt !== undefined) this.#doubts.push(doubt);
    const turn = turnOf(observation);
    if (turn) {
      this.#turns.push(turn);
      this.stir();
    }
    const report = reportOf(observation);
    if (!report) return;
    if (isActing) this.stir();
    if (report.askedMs < this.#keptSinceMs)
      this.#belated.push(`entry ${report.seq}: ${report.witness} answered what it was asked long before`);
    const patienceMs = blindMs(report.saw.settings);
    for (const word of wordsOf(report)) this.#hear(word, patienceMs);
    if (report.saw.thisHost) return;
    const { unit, askedMs, answeredMs, seq } = report;
    this.#wordless.push({ unit, askedMs, answeredMs, seq });
  }

  /** Something happens: the quiet time is over, and what was said last is kept. */
  stir(): void {
    for (const voice of this.#voices.values()) {
      for (const { word } of voice.recent) this.#words.push(word);
      voice.recent.length = 0;
      voice.calmSinceMs = Infinity;
      if (voice.lull) this.#lulls.push(voice.lull);
      voice.lull = undefined;
    }
  }

  told(): Told {
    this.stir();
    return {
      words: this.#words.toSorted((a, b) => a.answeredMs - b.answeredMs || a.seq - b.seq),
      lulls: this.#lulls,
      wordless: this.#wordless,
      turns: this.#turns.toSorted((a, b) => a.atMs - b.atMs || a.seq - b.seq),
      doubts: this.#doubts,
      belated: this.#belated,
    };
  }

  #hear(word: Word, patienceMs: number): void {
    const voice = this.#voiceOf(word);
    const unseenMs = blindBetween(voice.last, word);
    if (voice.last?.state !== word.state || unseenMs > patienceMs) this.stir();
    voice.last = word;
    voice.calmSinceMs = Math.min(voice.calmSinceMs, word.answeredMs);
    if (word.answeredMs < voice.calmSinceMs + edgeMs) {
      this.#words.push(word);
      return;
    }
    voice.recent.push({ word, blindMs: unseenMs });
    while (voice.recent[0] && voice.recent[0].word.answeredMs < word.answeredMs - edgeMs) this.#leave(voice);
  }

  #voiceOf({ unit, saidBy }: Word): Voice {
    const name = `${unit} ${saidBy}`;
    const voice = this.#voices.get(name) ?? { calmSinceMs: Infinity, recent: [], lull: undefined };
    this.#voices.set(name, voice);
    return voice;
  }

  /** Counts the oldest of the recent words, or keeps it where it may prove that two units are active, or none. */
  #leave(voice: Voice): void {
    const oldest = voice.recent.shift();
    if (!oldest) return;
    const { word } = oldest;
    if (this.#isDisputed()) {
      this.#words.push(word);
      if (voice.lull) this.#lulls.push(voice.lull);
      voice.lull = undefined;
      return;
    }
    const { unit, saidBy, state } = word;
    voice.lull = {
      unit,
      saidBy,
      state,
      fromMs: voice.lull?.fromMs ?? word.askedMs,
      toMs: word.answeredMs,
      count: (voice.lull?.count ?? 0) + 1,
      blindMs: Math.max(voice.lull?.blindMs ?? 0, oldest.blindMs),
    };
    this.#keptSinceMs = Math.max(this.#keptSinceMs, word.answeredMs);
  }

  /** Both units speak of themselves in this quiet time, and not exactly one of them is active. */
  #isDisputed(): boolean {
    const speaking = unitNames
      .map((unit) => this.#voices.get(`${unit} itself`))
      .filter((voice) => voice !== undefined && voice.calmSinceMs < Infinity);
    const active = speaking.filter((voice) => voice?.last && isActive(voice.last.state));
    return speaking.length === 2 && active.length !== 1;
  }
}

/** How long nobody knew, at most, between the last word and this answer; endless where time runs backwards. */
function blindBetween(last: Word | undefined, { askedMs, answeredMs }: Word): number {
  if (!last || askedMs < last.askedMs || answeredMs < last.answeredMs) return Infinity;
  return Math.max(askedMs - last.answeredMs, answeredMs - askedMs);
}
