import type { Entry, ScenarioBegun, ScenarioEnded } from '../timeline/index.ts';
import { Gathering } from './gathered.ts';
import type { Known } from './known.ts';
import { look } from './look.ts';
import { Numbering } from './numbering.ts';
import type { Part } from './part.ts';

/** A scenario that was cut out, before it is known which troubles elsewhere in the run speak of it. */
export type Cut = Omit<Part, 'troubles'>;

/**
 * A scenario that is being cut out, entry by entry. Its part of the timeline runs to where the next one begins, since
 * the suite's own assertions are recorded after its end: numbers missing there may be one of those.
 */
export class OpenPart {
  readonly begun: ScenarioBegun;
  readonly #gathering = new Gathering();
  readonly #numbering = new Numbering();
  #ended: ScenarioEnded | undefined;

  constructor(begun: ScenarioBegun) {
    this.begun = begun;
  }

  /** How many pieces of its evidence are held. */
  get size(): number {
    return this.#gathering.size;
  }

  /** Takes the next entry; true if it lies between the beginning and the end of the scenario. */
  take(entry: Entry, wasOutOfOrder: boolean): boolean {
    this.#numbering.take(entry, wasOutOfOrder);
    const isOwn = !this.#ended || entry.seq === this.#ended.seq;
    if (isOwn) this.#gathering.take(entry);
    if (entry.kind === 'scenario-ended' && entry.scenario === this.begun.scenario) this.#ended ??= entry;
    return isOwn;
  }

  /** What came of it, with what is known of the pair by then; `next` is the number of the scenario that begins after it. */
  cut(known: Known, next?: number): Cut {
    const { begun } = this;
    const ended = this.#ended;
    const gathered = this.#gathering.gathered();
    const flaws = [...this.#numbering.flaws, ...this.#missingUntil(next), ...gathered.standstills];
    if (!ended) flaws.push('it never ended');
    const looked = ended && flaws.length === 0 ? look(gathered, ended.atMs, known, begun) : undefined;
    return { scenario: begun.scenario, begun, ended, lastMs: gathered.lastMs, flaws, looked };
  }

  #missingUntil(next: number | undefined): readonly string[] {
    const { last } = this.#numbering;
    if (next === undefined || last === undefined || next === last + 1) return [];
    if (next === last) return [`number ${last} is there twice`];
    return [`numbers ${last + 1} to ${next - 1} are missing`];
  }
}
