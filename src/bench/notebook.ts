import { asError, BenchError, messageOf } from '../errors.ts';
import type { Interval, Sighting, Stimulus, UnitName } from '../pair/index.ts';
import { sightingAt } from '../timeline/index.ts';
import type { Action, EntryToRecord, Phase, Question, Recorder, Trouble } from '../timeline/index.ts';
import { PairUnsettled } from './rest/pair-unsettled.ts';
import type { Wrong } from './rest/wrong-at-rest.ts';

/** When a deed took effect, instants of the clock, and who saw that apart from the acknowledgement. */
export interface Effect {
  readonly effectMs: Interval;
  readonly witness: string;
  /** How far apart the parts of it took effect that were meant as one, in milliseconds: at least, and at most. */
  readonly skewMs?: Interval;
}

/** One thing we are about to do. */
export interface Deed {
  readonly did: string;
  readonly role: Action['role'];
  readonly stimuli: readonly Stimulus[];
}

/** One thing a witness said, in instants of the clock. */
export interface Said {
  readonly witness: string;
  readonly unit?: UnitName;
  readonly saw: Sighting;
  readonly askedMs: number;
  readonly answeredMs: number;
  readonly raw?: string;
}

/** Where the timeline is written: a recorder with its files, or a book in memory. */
export type Book = Pick<Recorder, 'record' | 'at' | 'now' | 'consoleBytes'>;

/**
 * Writes the timeline for the bench: knows the scenario of the moment and turns instants of the clock into the
 * run's. When the recording breaks (a full disk), `onBroken` is told once and nothing is thrown at the witness that
 * happened to speak: the run is to be stopped and the bench put back all the same.
 */
export class Notebook {
  readonly #recorder: Book;
  readonly #onBroken: (error: Error) => void;
  #broken = false;
  #before: () => void = () => undefined;
  #scenario: string | undefined;
  #deeds = 0;

  constructor(recorder: Book, onBroken: (error: Error) => void) {
    this.#recorder = recorder;
    this.#onBroken = onBroken;
  }

  /** An instant of the clock, in milliseconds since the run began. */
  at(clockMs: number): number {
    return this.#recorder.at(clockMs);
  }

  get #now(): number {
    return this.#recorder.now();
  }

  get #of(): { scenario?: string } {
    return this.#scenario === undefined ? {} : { scenario: this.#scenario };
  }

  /** Has `look` called before each entry; one that looks at the time may write down what comes before it. */
  beforeEach(look: () => void): void {
    this.#before = look;
  }

  beginScenario(begun: {
    scenario: string;
    title: string;
    requirements: readonly string[];
    fault: string;
    target: string;
    outageAtMostMs?: number;
  }): void {
    this.#scenario = begun.scenario;
    this.#record({ kind: 'scenario', atMs: this.#now, ...begun });
  }

  pending(scenario: string, why: string): void {
    this.#record({ kind: 'pending', atMs: this.#now, scenario, why });
  }

  phase(phase: Phase): void {
    if (this.#scenario !== undefined)
      this.#record({ kind: 'phase', atMs: this.#now, scenario: this.#scenario, phase });
  }

  endScenario(): void {
    if (this.#scenario !== undefined)
      this.#record({ kind: 'scenario-ended', atMs: this.#now, scenario: this.#scenario });
    this.#scenario = undefined;
  }

  observed(said: Said): void {
    const { saw, askedMs, answeredMs, ...rest } = said;
    this.#record({
      kind: 'observation',
      askedMs: this.at(askedMs),
      answeredMs: this.at(answeredMs),
      ...this.#of,
      ...rest,
      saw: sightingAt(saw, (ms) => this.at(ms)),
    });
  }

  /** Something that was asked, with what was to be answered and what was; instants of the clock. */
  asked(question: Omit<Question, 'seq' | 'kind' | 'scenario'>): void {
    const { askedMs, answeredMs, ...rest } = question;
    this.#record({
      kind: 'question',
      askedMs: this.at(askedMs),
      answeredMs: this.at(answeredMs),
      ...this.#of,
      ...rest,
    });
  }

  gap(witness: string, fromMs: number, toMs: number, why: string): void {
    this.#record({
      kind: 'gap',
      fromMs: this.at(fromMs),
      toMs: this.at(toMs),
      ...this.#of,
      witness,
      why,
    });
  }

  /** The clock on the wall was set by so many milliseconds; `wall` is what it says now. */
  clockStepped(byMs: number, wall: string): void {
    this.#record({ kind: 'clock-step', atMs: this.#now, byMs, wall });
  }

  trouble(whose: Trouble['whose'], message: string, benchLeftDirty = false): void {
    this.#record({
      kind: 'trouble',
      atMs: this.#now,
      ...this.#of,
      whose,
      message,
      ...(benchLeftDirty ? { benchLeftDirty } : {}),
    });
  }

  /** What the pair does although nothing is in its way, and which requirements it breaks by that. */
  wrongs(wrongs: readonly Wrong[]): void {
    for (const { message, requirements } of wrongs)
      this.#record({ kind: 'trouble', atMs: this.#now, ...this.#of, whose: 'pair', message, requirements });
  }

  consoleBytes(unit: UnitName, bytes: Uint8Array, atMs: number): void {
    this.#writing(() => this.#recorder.consoleBytes(unit, bytes, atMs));
  }

  /**
   * Does a deed with its intent written before and its outcome after. A deed that fails is recorded as such, with a
   * word where that is the pair's own doing, and its error is passed on.
   */
  async act<E extends Effect | undefined>(deed: Deed, perform: () => Promise<E>): Promise<E> {
    const id = `a${++this.#deeds}`;
    const begunMs = this.#now;
    this.#record({ kind: 'action-begun', id, atMs: begunMs, ...this.#of, did: deed.did });
    const ended = (
      outcome: Partial<Pick<Action, 'effectiveMs' | 'effectWitness' | 'skewMs' | 'failed' | 'failedBy'>>,
    ): void => {
      this.#record({
        kind: 'action',
        id,
        ...this.#of,
        ...deed,
        begunMs,
        doneMs: this.#now,
        ...outcome,
      });
    };
    try {
      const effect = await perform();
      if (effect) {
        const { loMs, hiMs } = effect.effectMs;
        ended({
          effectiveMs: { loMs: this.at(loMs), hiMs: this.at(hiMs) },
          effectWitness: effect.witness,
          ...(effect.skewMs ? { skewMs: effect.skewMs } : {}),
        });
      } else ended({});
      return effect;
    } catch (error) {
      ended({
        failed: messageOf(error),
        ...(error instanceof PairUnsettled && { failedBy: 'pair' as const }),
      });
      if (error instanceof Error) throw error;
      throw new BenchError('bench', String(error));
    }
  }

  #record(entry: EntryToRecord): void {
    this.#before();
    this.#writing(() => this.#recorder.record(entry));
  }

  #writing(write: () => void): void {
    if (this.#broken) return;
    try {
      write();
    } catch (error) {
      this.#broken = true;
      this.#onBroken(asError(error));
    }
  }
}
