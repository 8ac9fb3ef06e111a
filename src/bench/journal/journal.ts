import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Clock } from '../../clock.ts';
import { makeBenchFolder } from '../kept/bench-folder.ts';
import type { BenchFolder } from '../kept/bench-folder.ts';
import type { Change, Changed, SavedConfiguration } from './changed.ts';
import { JournalFile } from './journal-file.ts';
import { keepList, keepText } from './kept-texts.ts';
import type { KeptText } from './kept-texts.ts';
import type { JournalLine } from './read-journal.ts';

/** One thing that was changed on the bench and is to be put back. */
export interface Intent {
  readonly id: string;
  /** In words: «power of primary on»: the state to return to, not the deed. */
  readonly restores: string;
  readonly of: Changed;
  readonly mend: () => Promise<unknown>;
}

/** Where a journal is written; in memory only where neither is given, for a bench that ends with its process. */
export interface JournalPlaces {
  readonly clock: Clock;
  /** The folder of the run. */
  readonly folder?: string | undefined;
  /** What is kept of the bench between runs. */
  readonly kept?: BenchFolder | undefined;
  /** Texts as they may be written: what a suite types and undoes may hold secrets. */
  readonly hide?: ((text: string) => string) | undefined;
}

/** The journal of a run, in its folder. */
export const runJournalPath = (folder: string): string => join(folder, 'journal.ndjson');

/**
 * What is broken at the moment, written and fsynced before it is broken: in the journal of the bench, and with the same
 * lines in that of the run. The files outlive the process: an intent without its `mended` line is what must still be put
 * back, and how.
 */
export class Journal {
  readonly #clock: Clock;
  readonly #kept: BenchFolder | undefined;
  readonly #ofBench: JournalFile | undefined;
  readonly #ofRun: JournalFile | undefined;
  readonly #run: string;
  readonly #hide: (text: string) => string;
  readonly #open = new Map<string, Intent>();
  readonly #texts: readonly string[];
  #order = 0;

  constructor({ clock, folder, kept, hide = (text) => text }: JournalPlaces) {
    this.#clock = clock;
    this.#hide = hide;
    this.#kept = kept;
    this.#run = folder === undefined ? 'a run without a folder' : basename(folder);
    if (folder !== undefined) this.#ofRun = new JournalFile(runJournalPath(folder));
    if (kept !== undefined) this.#ofBench = new JournalFile(kept.journal);
    this.#texts = [
      ...(kept === undefined ? [] : [join(kept.configurations, this.#run)]),
      ...(folder === undefined ? [] : [join(folder, 'configurations')]),
    ];
    this.#ofRun?.create();
    this.#ofBench?.trim();
  }

  /** The run whose journal it is, as its intents name it. */
  get run(): string {
    return this.#run;
  }

  /** What is still broken, the last first: the order of putting back. */
  get open(): readonly Intent[] {
    return [...this.#open.values()].toReversed();
  }

  /** Call before the deed, and do not do it where this throws. */
  intend({ restores, of }: Change, mend: () => Promise<unknown>): Intent {
    const intent: Intent = { id: randomUUID(), restores, of, mend };
    const order = ++this.#order;
    const hidden = this.#hidden({ restores, of });
    this.#intending({ intent: intent.id, run: this.#run, order, when: this.#now, ...hidden });
    this.#open.set(intent.id, intent);
    return intent;
  }

  /** Call after the bench was seen to be back. Safe twice. */
  mended({ id }: Intent): void {
    if (!this.#open.delete(id)) return;
    const line = { mended: id, when: this.#now };
    // A kill in between leaves it open where it is looked for, and recovery finds that it is as it was.
    try {
      this.#ofRun?.append(line);
    } finally {
      this.#ofBench?.append(line);
    }
  }

  /**
   * Keeps a text that an intent refers to beside the journals, before the intent is written: by its name and digest, in
   * a folder of the run.
   */
  keep(name: string, text: string): KeptText {
    return keepText(this.#texts, name, this.#hide(text));
  }

  /** The folders in which texts are kept. */
  get texts(): readonly string[] {
    return this.#texts;
  }

  /** Keeps the list of what was kept before anything was configured. */
  keepList(saved: readonly SavedConfiguration[]): void {
    keepList(this.#texts, { when: this.#now, saved });
  }

  /** Whether what it says outlives the bench: somebody may have to put back from it. */
  get outlives(): boolean {
    return this.#ofBench !== undefined;
  }

  /** Only what was typed, and undoes that, can hold a secret; everything else is a name of the topology. */
  #hidden({ restores, of }: Change): Change {
    const hide = this.#hide;
    if (of.kind !== 'configurations') return { restores: hide(restores), of };
    const undo = of.undo.map((one) => ({ ...one, lines: one.lines.map(hide) }));
    return { restores: hide(restores), of: { ...of, undo } };
  }

  /** That of the bench comes first: a kill in between leaves nothing broken that only a run's folder knows of. */
  #intending(line: Extract<JournalLine, { readonly intent: string }>): void {
    if (this.#kept) makeBenchFolder(this.#kept);
    this.#ofBench?.append(line);
    try {
      this.#ofRun?.append(line);
    } catch (error) {
      this.#ofBench?.append({ mended: line.intent, when: this.#now });
      throw error;
    }
  }

  get #now(): string {
    return this.#clock.wall().toISOString();
  }
}
