import type { Book } from '../bench/index.ts';
import type { Clock } from '../clock.ts';
import type { UnitName } from '../pair/index.ts';
import type { Entry, EntryToRecord, RunToRecord } from '../timeline/index.ts';

/**
 * The timeline of a run that ends with its process: the same entries as a recorder writes, kept in memory only. Its
 * secrets are those of a pair that never was, so nothing is masked.
 */
export class MemoryBook implements Book {
  readonly #clock: Clock;
  readonly #beganMs: number;
  readonly #entries: Entry[] = [];
  readonly #onEntry: (entry: Entry) => unknown;

  constructor(clock: Clock, run: RunToRecord, onEntry: (entry: Entry) => unknown = () => undefined) {
    this.#onEntry = onEntry;
    this.#clock = clock;
    this.#beganMs = clock.nowMs();
    this.record({ kind: 'run', atMs: 0, startedAt: clock.wall().toISOString(), ...run });
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** What was recorded of one scenario so far, its first and last entries included. */
  entriesOf(scenario: string): readonly Entry[] {
    return this.#entries.filter((entry) => 'scenario' in entry && entry.scenario === scenario);
  }

  record(toRecord: EntryToRecord): Entry {
    const entry: Entry = { seq: this.#entries.length, ...toRecord };
    this.#entries.push(entry);
    this.#onEntry(entry);
    return entry;
  }

  /** Milliseconds since the run began, of an instant of the clock; to a microsecond. */
  at(clockMs: number): number {
    return Math.round((clockMs - this.#beganMs) * 1000) / 1000;
  }

  now(): number {
    return this.at(this.#clock.nowMs());
  }

  /** The words of the consoles are in the observations; their bytes are not kept. */
  consoleBytes(_unit: UnitName, _bytes: Uint8Array, _clockMs: number): void {
    return undefined;
  }
}
