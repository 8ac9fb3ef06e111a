import type { UnitName } from '../pair/index.ts';
import type { CheckedFile } from './evidence/checked-file.ts';
import type { Evidence } from './evidence/evidence.ts';
import { partName } from './evidence/part-name.ts';
import { MaskStream } from './mask-stream.ts';

/**
 * The bytes of one console as they came, and beside them one line a chunk with offset, length and instant. When one of
 * both has grown too long, both go on in a next part, with offsets of its own.
 */
export class ConsoleFile {
  readonly #unit: UnitName;
  readonly #evidence: Evidence;
  readonly #partBytes: number;
  readonly #mask: MaskStream;
  #part = 1;
  #raw: CheckedFile;
  #index: CheckedFile;

  constructor(evidence: Evidence, unit: UnitName, secrets: readonly string[], partBytes: number) {
    this.#unit = unit;
    this.#evidence = evidence;
    this.#partBytes = partBytes;
    this.#mask = new MaskStream(secrets);
    this.#raw = this.#file('raw');
    this.#index = this.#file('ndjson');
  }

  /** Throws what the operating system says when it refuses. */
  append(bytes: Uint8Array, atMs: number): void {
    if (bytes.length === 0) return;
    const rewrite = this.#mask.push(bytes);
    // A secret that may have begun is not torn in two: the part is longer by it.
    if (rewrite.back === 0 && Math.max(this.#raw.length, this.#index.length) >= this.#partBytes) this.#next();
    const offset = this.#raw.length;
    this.#raw.append(rewrite);
    const line = Buffer.from(`${JSON.stringify({ offset, length: bytes.length, atMs })}\n`);
    this.#index.append({ bytes: line, back: 0, open: 0 });
    this.#evidence.wrote(this.#raw);
    this.#evidence.wrote(this.#index);
  }

  #next(): void {
    this.#evidence.end(this.#raw);
    this.#evidence.end(this.#index);
    this.#part += 1;
    this.#raw = this.#file('raw');
    this.#index = this.#file('ndjson');
  }

  #file(extension: 'raw' | 'ndjson'): CheckedFile {
    return this.#evidence.file(partName(`console/${this.#unit}.${extension}`, this.#part));
  }
}
