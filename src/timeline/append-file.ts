import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';

/**
 * A file that grows, written synchronously: when `append` returns, the bytes are with the operating system and
 * outlive the process. The last bytes may be written again, for what turned out to be no secret.
 */
export class AppendFile {
  readonly path: string;
  #fd: number | undefined;
  #length = 0;

  /** Creates the file, mode 0600; refuses one that exists, for evidence is never written over. */
  constructor(path: string) {
    this.path = path;
    this.#fd = openSync(path, 'wx', 0o600);
  }

  /** Bytes in the file. */
  get length(): number {
    return this.#length;
  }

  /** Writes `bytes`, beginning `back` bytes before the end; throws what the operating system says. */
  append(bytes: Uint8Array, back = 0): void {
    if (this.#fd === undefined) throw new Error(`${this.path} is closed`);
    const from = this.#length - back;
    for (let written = 0; written < bytes.length;)
      written += writeSync(this.#fd, bytes, written, bytes.length - written, from + written);
    this.#length = from + bytes.length;
  }

  /** Returns when the bytes would survive a loss of power. */
  sync(): void {
    if (this.#fd !== undefined) fdatasyncSync(this.#fd);
  }

  /** Safe to call twice. */
  close(): void {
    const fd = this.#fd;
    this.#fd = undefined;
    if (fd !== undefined) closeSync(fd);
  }
}
