import type { CheckedFile } from './evidence/checked-file.ts';
import type { Evidence } from './evidence/evidence.ts';
import { partName } from './evidence/part-name.ts';

/** The lines of a timeline; when the file has grown too long they go on in a next part. */
export class TimelineFile {
  readonly #evidence: Evidence;
  readonly #partBytes: number;
  #part = 1;
  #file: CheckedFile;

  constructor(evidence: Evidence, partBytes: number) {
    this.#evidence = evidence;
    this.#partBytes = partBytes;
    this.#file = evidence.file(partName('timeline.ndjson', this.#part));
  }

  /** Writes a line, onto the disk itself if it `isSynced`. Throws what the operating system says when it refuses. */
  append(line: string, isSynced: boolean): void {
    if (this.#file.length >= this.#partBytes) {
      this.#evidence.end(this.#file);
      this.#part += 1;
      this.#file = this.#evidence.file(partName('timeline.ndjson', this.#part));
    }
    this.#file.append({ bytes: Buffer.from(`${line}\n`), back: 0, open: 0 });
    if (isSynced) this.#file.sync();
  }

  /** Puts on the chain what is due. */
  chain(): void {
    this.#evidence.wrote(this.#file);
  }
}
