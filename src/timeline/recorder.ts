import { chmodSync, mkdirSync } from 'node:fs';
import type { Clock } from '../clock.ts';
import { BenchError, messageOf } from '../errors.ts';
import { unitNames } from '../pair/index.ts';
import type { UnitName } from '../pair/index.ts';
import { AppendFile } from './append-file.ts';
import { ConsoleFile } from './console-file.ts';
import { entryShape } from './entry-shape.ts';
import type { Entry, EntryToRecord, RunBegun } from './entry.ts';
import { manifestFrom, recordedFileOf, writeManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { maskedJson, maskText } from './mask-text.ts';
import type { MaskedJson } from './mask-text.ts';
import { runFolder } from './run-folder.ts';
import type { RunFolder } from './run-folder.ts';

/** What is known of a run before its first entry. */
export type RunToRecord = Omit<RunBegun, 'seq' | 'kind' | 'atMs' | 'startedAt'>;

/**
 * Begins the recording of a run in `folder`, which is made (mode 0700, files 0600), and writes the first entry
 * and the manifest. Every value of `secrets` is masked in all that is written. Throws `BenchError` when the
 * folder cannot be written or holds a recording already.
 */
export function openRecorder(
  folder: string,
  run: RunToRecord,
  clock: Clock,
  secrets: readonly string[],
): Recorder {
  try {
    const places = runFolder(folder);
    mkdirSync(places.consoles, { recursive: true, mode: 0o700 });
    chmodSync(places.folder, 0o700);
    return new Recorder(places, run, clock, secrets);
  } catch (error) {
    throw refused(folder, 'the recording cannot begin', error);
  }
}

/**
 * Writes down what happens, as it happens: an entry is with the operating system when `record` returns, so that
 * a kill loses nothing that was recorded. An action and its intent are on the disk itself.
 *
 * Instants: entries hold milliseconds since the run began. Callers have instants of their `Clock` and turn each
 * into the run's with `at` (and those inside a sighting with `sightingAt`) before they record it.
 */
export class Recorder {
  readonly folder: string;
  readonly #places: RunFolder;
  readonly #clock: Clock;
  readonly #beganMs: number;
  readonly #json: MaskedJson;
  readonly #mask: (text: string) => string;
  readonly #timeline: AppendFile;
  readonly #consoles: Readonly<Record<UnitName, ConsoleFile>>;
  readonly #entries: Entry[] = [];
  readonly #manifest: Manifest;
  /** Why nothing more is taken: the first refusal of the operating system. */
  #refusal: BenchError | undefined;
  #over = false;

  /** `openRecorder` is the way in. */
  constructor(places: RunFolder, run: RunToRecord, clock: Clock, secrets: readonly string[]) {
    this.folder = places.folder;
    this.#places = places;
    this.#clock = clock;
    this.#beganMs = clock.nowMs();
    this.#json = maskedJson(secrets);
    this.#mask = maskText(secrets);
    this.#timeline = new AppendFile(places.timeline);
    this.#consoles = {
      primary: new ConsoleFile(places, 'primary', secrets),
      secondary: new ConsoleFile(places, 'secondary', secrets),
    };
    const { tool, node, topology, bench, planned, drivers } = run;
    const begun = { tool, node, topology, bench, planned, startedAt: clock.wall().toISOString() };
    this.#manifest = manifestFrom(this.#json({ format: 1, ...begun }));
    writeManifest(places.manifest, this.#manifest);
    this.record({ kind: 'run', atMs: 0, ...begun, ...(drivers ? { drivers } : {}) });
  }

  /** Milliseconds since the run began, of an instant of the clock; to a microsecond. */
  at(clockMs: number): number {
    return Math.round((clockMs - this.#beganMs) * 1000) / 1000;
  }

  /** This moment, in milliseconds since the run began. */
  now(): number {
    return this.at(this.#clock.nowMs());
  }

  /** Everything recorded so far, in order; the same entries that a reader of the file finds. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** What was recorded of one scenario so far, its first and last entries included. */
  entriesOf(scenario: string): readonly Entry[] {
    const name = this.#mask(scenario);
    return this.#entries.filter((entry) => 'scenario' in entry && entry.scenario === name);
  }

  /**
   * Gives the entry its number, masks it and writes it. Throws `BenchError` when it could not be written: the
   * recording is broken from then on, and every later entry is refused in the same way.
   */
  record(toRecord: EntryToRecord): Entry {
    if (this.#over) throw new Error(`the recording has ended; refused: ${toRecord.kind}`);
    const line = this.#json({ seq: this.#entries.length, ...toRecord });
    const entry = entryShape.parse(JSON.parse(line));
    this.#writing(() => {
      this.#timeline.append(Buffer.from(`${JSON.stringify(entry)}\n`));
      if (syncedKinds.has(entry.kind)) this.#timeline.sync();
    });
    this.#entries.push(entry);
    return entry;
  }

  /**
   * Keeps bytes that a console said; `clockMs` is when they came. Throws `BenchError` as `record` does. Bytes
   * that come after the end are not part of the run and are not kept.
   */
  consoleBytes(unit: UnitName, bytes: Uint8Array, clockMs: number): void {
    if (!this.#over) this.#writing(() => this.#consoles[unit].append(bytes, this.at(clockMs)));
  }

  /** Writes the last entry and completes the manifest with counts, digests and the calibration; then closes. */
  end(calibration?: Manifest['calibration']): void {
    const atMs = this.now();
    this.record({ kind: 'ended', atMs });
    this.close();
    const names = [
      'timeline.ndjson',
      ...unitNames.flatMap((unit) => [`console/${unit}.raw`, `console/${unit}.ndjson`]),
    ];
    this.#writing(() => {
      const files = names.map((name) => recordedFileOf(this.folder, name));
      writeManifest(this.#places.manifest, {
        ...this.#manifest,
        ...(calibration ? { calibration } : {}),
        ended: { atMs, entries: this.#entries.length, files },
      });
    });
  }

  /** Ends without a last entry unless `end` was called: a reader sees that the run was broken off. Safe twice. */
  close(): void {
    if (this.#over) return;
    this.#over = true;
    for (const unit of unitNames) this.#consoles[unit].close();
    this.#timeline.close();
  }

  #writing(write: () => void): void {
    if (this.#refusal)
      throw refused(this.folder, 'the recording broke earlier and takes nothing more', this.#refusal);
    try {
      write();
    } catch (error) {
      this.#refusal = refused(this.folder, 'the recording cannot be continued', error);
      throw this.#refusal;
    }
  }
}

/** What must outlive a loss of power: intents before their acts, acts, and the ends of a recording. */
const syncedKinds: ReadonlySet<Entry['kind']> = new Set([
  'run',
  'action-begun',
  'action',
  'trouble',
  'ended',
]);

function refused(folder: string, what: string, cause: unknown): BenchError {
  const why = messageOf(cause);
  return new BenchError(`recording ${folder}`, `${what}: ${why}; look at the space and the rights there`, {
    cause,
  });
}
