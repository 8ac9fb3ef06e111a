import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** One thing that was changed on the bench and is to be put back. */
export interface Intent {
  readonly id: number;
  /** In words: «outlet 1 of pdu1 on (primary)»: the state to return to, not the deed. */
  readonly restores: string;
  readonly mend: () => Promise<unknown>;
}

/**
 * What is broken at the moment, written and fsynced before it is broken. The file outlives the process: an
 * intent without its `mended` line names what must still be put back. Without a folder it is kept in memory only,
 * for a bench that ends with its process.
 */
export class Journal {
  readonly #file: number | undefined;
  readonly #open = new Map<number, Intent>();
  #lastId = 0;

  constructor(folder?: string) {
    if (folder !== undefined) this.#file = openSync(join(folder, 'journal.ndjson'), 'ax', 0o600);
  }

  /** What is still broken, the last first: the order of putting back. */
  get open(): readonly Intent[] {
    return [...this.#open.values()].toReversed();
  }

  /** Call before the deed. */
  intend(restores: string, mend: () => Promise<unknown>): Intent {
    const intent: Intent = { id: ++this.#lastId, restores, mend };
    this.#write({ intent: intent.id, restores });
    this.#open.set(intent.id, intent);
    return intent;
  }

  /** Call after the bench was seen to be back. Safe twice. */
  mended(intent: Intent): void {
    if (this.#open.delete(intent.id)) this.#write({ mended: intent.id });
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
  }

  #write(line: object): void {
    if (this.#file === undefined) return;
    writeSync(this.#file, `${JSON.stringify(line)}\n`);
    fsyncSync(this.#file);
  }
}
