import type { UnitName } from '../pair/index.ts';
import type {
  Action,
  ActionBegun,
  Entry,
  Gap,
  Observation,
  Phase,
  PhaseBegun,
  Question,
} from '../timeline/index.ts';
import { everyWitness } from '../timeline/index.ts';
import { FlowBook, isOfProbe } from './flow-book.ts';
import type { FlowRecord } from './flow-record.ts';
import { seconds } from './numbers.ts';
import { Telling } from './telling.ts';
import type { Told } from './told.ts';
import { reportOf } from './word.ts';
import type { Report } from './word.ts';

/** The last report of each unit in some time. */
export type LastReports = ReadonlyMap<UnitName, Report>;

/** What the entries of one scenario say, as far as its judging needs it. */
export interface Gathered {
  /** Its phases as they came. */
  readonly phases: readonly Phase[];
  /** When the phase began in which everything is put right. */
  readonly healFromMs: number;
  /** The last reports that were asked for in each phase. */
  readonly inPhase: ReadonlyMap<Phase, LastReports>;
  readonly last: LastReports;
  /** What was done, in the order of its numbers. */
  readonly actions: readonly Action[];
  /** What begun and of which no end is on record: it may have been done or not. */
  readonly unfinished: readonly ActionBegun[];
  /** When a witness other than the probes could not see; what it would have said may still be known from others. */
  readonly blindSpots: readonly string[];
  /** When we stood still ourselves, and nobody could see. */
  readonly standstills: readonly string[];
  /** What was asked beside that, each as it was asked last. */
  readonly questions: readonly Question[];
  readonly told: Told;
  readonly flows: readonly FlowRecord[];
  /** The last instant that any of them names. */
  readonly lastMs: number;
}

/** Takes in the entries of one scenario in the order of their numbers, and holds no more of them than judging needs. */
export class Gathering {
  readonly #phases: Phase[] = [];
  readonly #inPhase = new Map<Phase, Map<UnitName, Report>>();
  readonly #last = new Map<UnitName, Report>();
  readonly #actions: Action[] = [];
  readonly #begun: ActionBegun[] = [];
  readonly #done = new Set<string>();
  readonly #blindSpots: string[] = [];
  readonly #standstills: string[] = [];
  readonly #questions: Question[] = [];
  readonly #telling = new Telling();
  readonly #flows = new FlowBook();
  #phase: { readonly atMs: number; readonly last: Map<UnitName, Report> | undefined } | undefined;
  #healFromMs = Infinity;
  #lastMs = -Infinity;

  /** How many words and batches of probes are held. */
  get size(): number {
    return this.#telling.size + this.#flows.size;
  }

  take(entry: Entry): void {
    if ('atMs' in entry) this.#lastMs = Math.max(this.#lastMs, entry.atMs);
    if (entry.kind === 'observation') this.#observed(entry);
    else if (entry.kind === 'gap') this.#unseen(entry);
    else if (entry.kind === 'phase') this.#begin(entry);
    else if (entry.kind === 'action-begun') this.#acting(entry);
    else if (entry.kind === 'action') this.#acted(entry);
    else if (entry.kind === 'question') this.#asked(entry);
  }

  gathered(): Gathered {
    return {
      phases: this.#phases,
      healFromMs: this.#healFromMs,
      inPhase: this.#inPhase,
      last: this.#last,
      actions: this.#actions,
      unfinished: this.#unfinished(),
      blindSpots: this.#blindSpots,
      standstills: this.#standstills,
      questions: this.#questions,
      told: this.#telling.told(),
      flows: this.#flows.flows(),
      lastMs: this.#lastMs,
    };
  }

  #observed(observation: Observation): void {
    this.#telling.take(observation, this.#begun.length > this.#done.size);
    this.#flows.observation(observation);
    const report = reportOf(observation);
    if (!report) return;
    this.#last.set(report.unit, report);
    if (this.#phase && report.askedMs >= this.#phase.atMs) this.#phase.last?.set(report.unit, report);
  }

  #unseen(gap: Gap): void {
    this.#flows.gap(gap);
    if (isOfProbe(gap)) return;
    const { witness, fromMs, toMs, why } = gap;
    const spots = witness === everyWitness ? this.#standstills : this.#blindSpots;
    spots.push(`${witness} could not see from ${seconds(fromMs)} to ${seconds(toMs)} of the run: ${why}`);
  }

  /** A phase that begins again is on record, but its words are those of its first time. */
  #begin({ phase, atMs }: PhaseBegun): void {
    const last = this.#inPhase.has(phase) ? undefined : new Map<UnitName, Report>();
    if (last) this.#inPhase.set(phase, last);
    this.#phase = { atMs, last };
    this.#phases.push(phase);
    if (phase === 'heal') this.#healFromMs = Math.min(this.#healFromMs, atMs);
    this.#telling.stir();
  }

  #asked(question: Question): void {
    this.#lastMs = Math.max(this.#lastMs, question.answeredMs);
    if (question.isLast) this.#questions.push(question);
  }

  #acting(begun: ActionBegun): void {
    this.#begun.push(begun);
    this.#telling.stir();
  }

  #acted(action: Action): void {
    this.#done.add(action.id);
    this.#actions.push(action);
    this.#telling.stir();
  }

  #unfinished(): readonly ActionBegun[] {
    return this.#begun.filter(({ id }) => !this.#done.has(id));
  }
}
