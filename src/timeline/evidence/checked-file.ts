import { createHash } from 'node:crypto';
import { AppendFile } from '../append-file.ts';
import type { Rewrite } from '../mask-stream.ts';
import type { Checksums } from './checksums.ts';
import type { RecordedFile } from '../manifest.ts';

/** A file of a run that grows, and whose bytes are summed up as they are written. */
export class CheckedFile {
  readonly name: string;
  readonly #file: AppendFile;
  readonly #checksums: Checksums;
  readonly #whole = createHash('sha256');
  #chunk = createHash('sha256');
  /** Bytes that are on the chain, and bytes that are summed up since. */
  #chained = 0;
  #pending = 0;
  /** The last bytes, which may be written again. */
  #open: Uint8Array = new Uint8Array(0);

  /** Creates the file; refuses one that exists. */
  constructor(path: string, name: string, checksums: Checksums) {
    this.name = name;
    this.#file = new AppendFile(path);
    this.#checksums = checksums;
  }

  /** Bytes in the file. */
  get length(): number {
    return this.#file.length;
  }

  /** Bytes that are written for good and not on the chain yet. */
  get pending(): number {
    return this.#pending;
  }

  /** Throws what the operating system says when it refuses; what it refused is not summed up. */
  append({ bytes, back, open }: Rewrite): void {
    this.#file.append(bytes, back);
    const settled = bytes.length - open;
    this.#sum(bytes.subarray(0, settled));
    this.#open = bytes.slice(settled);
  }

  sync(): void {
    this.#file.sync();
  }

  /**
   * Puts what is pending on the chain. Its bytes go to the disk before: after a loss of power the chain must not
   * speak of bytes that are not there, for that is what it says of a file that somebody cut.
   */
  chain(): void {
    if (this.#pending === 0) return;
    this.#file.sync();
    const sha256 = this.#chunk.digest('hex');
    this.#checksums.add({
      what: 'chunk',
      file: this.name,
      offset: this.#chained,
      length: this.#pending,
      sha256,
    });
    this.#chained += this.#pending;
    this.#pending = 0;
    this.#chunk = createHash('sha256');
  }

  /** Puts the rest on the chain, closes the file and tells what is in it. */
  end(): RecordedFile {
    this.#sum(this.#open);
    this.#open = new Uint8Array(0);
    this.chain();
    this.close();
    return { name: this.name, bytes: this.#chained, sha256: this.#whole.digest('hex') };
  }

  /** Safe to call twice. */
  close(): void {
    this.#file.close();
  }

  #sum(bytes: Uint8Array): void {
    this.#chunk.update(bytes);
    this.#whole.update(bytes);
    this.#pending += bytes.length;
  }
}
