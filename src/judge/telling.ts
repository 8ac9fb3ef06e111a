import { isActive, unitNames } from '../pair/index.ts';
import type { GroupId } from '../pair/index.ts';
import type { Observation } from '../timeline/index.ts';
import { blindMs } from './patience.ts';
import type { Answer, Told } from './told.ts';
import { Voice } from './voice.ts';
import { doubtOf, linkWordsOf, reportOf, turnOf, wordsOf } from './word.ts';
import type { LinkWord, Said, Turn, Word } from './word.ts';

/**
 * Takes down what is said of states and of links. In a quiet time, where every teller repeats himself, nobody looks
 * away, nothing is done to the pair and not more than one unit says that it is active, the words in its midst are
 * counted, not kept: no question of the judge tells one of them from another. What is held grows with what happens,
 * not with how long nothing does.
 */
export class Telling {
  readonly #voices = new Map<string, Voice<Word>>();
  readonly #linkVoices = new Map<string, Voice<LinkWord>>();
  readonly #groups = new Set<GroupId | undefined>();
  readonly #wordless: Answer[] = [];
  readonly #turns: Turn[] = [];
  readonly #doubts: string[] = [];
  readonly #belated: string[] = [];
  #keptSinceMs = -Infinity;

  /** How many words are held. */
  get size(): number {
    return this.#all().reduce((sum, voice) => sum + voice.size, 0);
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
    for (const word of wordsOf(report)) {
      this.#groups.add(word.group);
      this.#hear(this.#voices, `${word.unit} ${word.group ?? ''} ${word.saidBy}`, word, patienceMs);
    }
    for (const word of linkWordsOf(report))
      this.#hear(this.#linkVoices, `${word.unit} ${word.link}`, word, patienceMs);
    if (report.saw.thisHost) return;
    const { unit, askedMs, answeredMs, seq } = report;
    this.#wordless.push({ unit, askedMs, answeredMs, seq });
  }

  /** Something happens: the quiet time is over, and what was said last is kept. */
  stir(): void {
    for (const voice of this.#all()) voice.stir();
  }

  told(): Told {
    this.stir();
    const voices = [...this.#voices.values()];
    return {
      words: voices.flatMap(({ kept }) => kept).toSorted(inOrder),
      linkWords: [...this.#linkVoices.values()].flatMap(({ kept }) => kept).toSorted(inOrder),
      lulls: voices
        .flatMap(({ lulls }) => lulls)
        .map(({ of: { unit, group, saidBy, state }, quiet }) => ({
          unit,
          ...(group === undefined ? {} : { group }),
          saidBy,
          state,
          ...quiet,
        })),
      wordless: this.#wordless,
      turns: this.#turns.toSorted((a, b) => a.atMs - b.atMs || a.seq - b.seq),
      doubts: this.#doubts,
      belated: this.#belated,
    };
  }

  #all(): readonly (Voice<Word> | Voice<LinkWord>)[] {
    return [...this.#voices.values(), ...this.#linkVoices.values()];
  }

  #hear<W extends Word | LinkWord>(
    voices: Map<string, Voice<W>>,
    name: string,
    word: W,
    patienceMs: number,
  ): void {
    const voice = voices.get(name) ?? new Voice<W>();
    voices.set(name, voice);
    if (voice.isNews(word, patienceMs)) this.stir();
    voice.hear(word);
    this.#keptSinceMs = Math.max(this.#keptSinceMs, voice.forget(this.#isDisputed()));
  }

  /** Both units speak of themselves in this quiet time, and of some group not exactly one of them is active. */
  #isDisputed(): boolean {
    return [...this.#groups].some((group) => {
      const speaking = unitNames.flatMap(
        (unit) => this.#voices.get(`${unit} ${group ?? ''} itself`)?.inCalm ?? [],
      );
      return speaking.length === 2 && speaking.filter(({ state }) => isActive(state)).length !== 1;
    });
  }
}

const inOrder = (a: Said, b: Said): number => a.answeredMs - b.answeredMs || a.seq - b.seq;
