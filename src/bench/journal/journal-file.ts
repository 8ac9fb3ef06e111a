import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from '../kept/sync-folder.ts';
import { isTorn, readJournal } from './read-journal.ts';
import type { JournalLine, JournalRead } from './read-journal.ts';

/** Longer than this, a journal in which nothing is open is begun anew. */
const mostBytes = 1_000_000;

/** A journal on the disk. Several processes may write to one: each line is written in one piece, behind the others. */
export class JournalFile {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** What it says; nothing where there is none. Throws what the operating system says. */
  read(): JournalRead {
    return readJournal(existsSync(this.#path) ? readFileSync(this.#path, 'utf8') : '');
  }

  /** Makes the file. Throws where there is one: the journal of another run is never written over. */
  create(): void {
    closeSync(openSync(this.#path, 'ax', 0o600));
    syncFolder(dirname(this.#path));
  }

  /**
   * Writes a line behind the others; it is on the disk when this returns. Throws what the operating system says, of a
   * full disk for one: what was to be changed must not be changed then.
   */
  append(line: JournalLine): void {
    const isNew = !existsSync(this.#path);
    const file = openSync(this.#path, 'a+', 0o600);
    try {
      endLastLine(file);
      const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
      if (writeSync(file, bytes) < bytes.length)
        throw new Error(`${this.#path} could not be written: disk full`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (isNew) syncFolder(dirname(this.#path));
  }

  /** Begins anew where it has become long and holds nothing that is open or not understood. */
  trim(): void {
    if (!existsSync(this.#path) || readFileSync(this.#path).length < mostBytes) return;
    const { open, unread } = this.read();
    if (open.length + unread.length === 0) rmSync(this.#path);
  }
}

/** Takes away what is left of a line that was torn: it had changed nothing. Any other last line is ended. */
function endLastLine(file: number): void {
  const { size } = fstatSync(file);
  const last = Buffer.alloc(1);
  if (size === 0 || (readSync(file, last, 0, 1, size - 1) === 1 && last.toString() === '\n')) return;
  const bytes = Buffer.alloc(size);
  readSync(file, bytes, 0, size, 0);
  const end = bytes.lastIndexOf('\n') + 1;
  if (isTorn(bytes.toString('utf8', end))) ftruncateSync(file, end);
  else writeSync(file, '\n');
}
