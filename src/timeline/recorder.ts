import { chmodSync, mkdirSync } from 'node:fs';
import type { Clock } from '../clock.ts';
import { BenchError, messageOf } from '../errors.ts';
import type { UnitName } from '../pair/index.ts';
import { ConsoleFile } from './console-file.ts';
import { entryShape } from './entry-shape.ts';
import type { Entry, EntryToRecord, RunBegun } from './entry.ts';
import { Evidence } from './evidence/evidence.ts';
import { manifestFrom } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { maskedJson, maskText } from './mask-text.ts';
import type { MaskedJson } from './mask-text.ts';
import { runFolder } from './run-folder.ts';
import type { RunFolder } from './run-folder.ts';
import { TimelineFile } from './timeline-file.ts';

/** What is known of a run before its first entry. */
export type RunToRecord = Omit<RunBegun, 'seq' | 'kind' | 'atMs' | 'startedAt'>;

/** Bytes after which the timeline and the consoles go on in a next part: what every editor still opens. */
const partBytesUsually = 64 << 20;

/**
 * Begins the recording of a run in `folder`, which is made (mode 0700, files 0600), and writes the first entry
 * and the manifest. Every value of `secrets` is masked in all that is written. A file that has `partBytes` bytes goes on
 * in a next part. Throws `BenchError` when the folder cannot be written or holds a recording already.
 */
export function openRecorder(
  folder: string,
  run: RunToRecord,
  clock: Clock,
  secrets: readonly string[],
  partBytes = partBytesUsually,
): Recorder {
  try {
    const places = runFolder(folder);
    mkdirSync(places.consoles, { recursive: true, mode: 0o700 });
    chmodSync(places.folder, 0o700);
    return new Recorder(places, run, clock, { secrets, partBytes });
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
  readonly #clock: Clock;
  readonly #beganMs: number;
  readonly #json: MaskedJson;
  readonly #mask: (text: string) => string;
  readonly #evidence: Evidence;
  readonly #timeline: TimelineFile;
  readonly #consoles: Readonly<Record<UnitName, ConsoleFile>>;
  #onHand: Entry[] = [];
  #count = 0;
  readonly #manifest: Manifest;
  /** Why nothing more is taken: the first refusal of the operating system. */
  #refusal: BenchError | undefined;
  #over = false;

  /** `openRecorder` is the way in. */
  constructor(
    places: RunFolder,
    run: RunToRecord,
    clock: Clock,
    { secrets, partBytes }: { readonly secrets: readonly string[]; readonly partBytes: number },
  ) {
    this.folder = places.folder;
    this.#clock = clock;
    this.#beganMs = clock.nowMs();
    this.#json = maskedJson(secrets);
    this.#mask = maskText(secrets);
    const { tool, node, topology, bench, planned, drivers } = run;
    const begun = { tool, node, topology, bench, planned, startedAt: clock.wall().toISOString() };
    this.#manifest = manifestFrom(this.#json({ format: 1, ...begun }));
    this.#evidence = new Evidence(places, this.#manifest, clock);
    this.#timeline = new TimelineFile(this.#evidence, partBytes);
    this.#consoles = {
      primary: new ConsoleFile(this.#evidence, 'primary', secrets, partBytes),
      secondary: new ConsoleFile(this.#evidence, 'secondary', secrets, partBytes),
    };
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

  /**
   * What judging the scenario that is played needs, in order: everything since it began, and of those before it what
   * was said once for the whole run. The same entries that a reader of the file finds.
   */
  get entries(): readonly Entry[] {
    return this.#onHand;
  }

  /** What was recorded so far of the scenario that was begun last, its first and last entries included. */
  entriesOf(scenario: string): readonly Entry[] {
    const name = this.#mask(scenario);
    return this.#onHand.filter((entry) => 'scenario' in entry && entry.scenario === name);
  }

  /**
   * Gives the entry its number, masks it and writes it. Throws `BenchError` when it could not be written: the
   * recording is broken from then on, and every later entry is refused in the same way.
   */
  record(toRecord: EntryToRecord): Entry {
    if (this.#over) throw new Error(`the recording has ended; refused: ${toRecord.kind}`);
    const line = this.#json({ seq: this.#count, ...toRecord });
    const entry = entryShape.parse(JSON.parse(line));
    this.#writing(() => this.#timeline.append(JSON.stringify(entry), syncedKinds.has(entry.kind)));
    this.#count += 1;
    if (entry.kind === 'scenario') this.#onHand = this.#onHand.filter(isForAll);
    this.#onHand.push(entry);
    this.#writing(() => this.#timeline.chain());
    return entry;
  }

  /**
   * Keeps bytes that a console said; `clockMs` is when they came. Throws `BenchError` as `record` does. Bytes
   * that come after the end are not part of the run and are not kept.
   */
  consoleBytes(unit: UnitName, bytes: Uint8Array, clockMs: number): void {
    if (!this.#over) this.#writing(() => this.#consoles[unit].append(bytes, this.at(clockMs)));
  }

  /**
   * Writes the last entry, puts every file of the folder on the chain and completes the manifest with counts, digests
   * and the calibration. Where that is refused, the recording is closed as one that was broken off.
   */
  end(calibration?: Manifest['calibration']): void {
    const atMs = this.now();
    try {
      this.record({ kind: 'ended', atMs });
      this.#writing(() =>
        this.#evidence.seal((files) => ({
          ...this.#manifest,
          ...(calibration ? { calibration } : {}),
          ended: { atMs, entries: this.#count, files },
        })),
      );
      this.#over = true;
    } finally {
      this.close();
    }
  }

  /** Ends without a last entry unless `end` was called: a reader sees that the run was broken off. Safe twice. */
  close(): void {
    if (this.#over) return;
    this.#over = true;
    this.#evidence.abandon();
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

/** What is true of a whole run, or told of it in the end, whichever scenario is played. */
function isForAll(entry: Entry): boolean {
  if (entry.kind === 'observation') return entry.saw.sight === 'identity' || entry.saw.sight === 'groups';
  return ['run', 'scenario', 'scenario-ended', 'pending', 'trouble'].includes(entry.kind);
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
