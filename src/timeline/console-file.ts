import type { UnitName } from '../pair/index.ts';
import { AppendFile } from './append-file.ts';
import { MaskStream } from './mask-stream.ts';
import type { RunFolder } from './run-folder.ts';

/** The bytes of one console as they came, and beside them one line a chunk with offset, length and instant. */
export class ConsoleFile {
  readonly #raw: AppendFile;
  readonly #index: AppendFile;
  readonly #mask: MaskStream;

  constructor(folder: RunFolder, unit: UnitName, secrets: readonly string[]) {
    this.#raw = new AppendFile(folder.consoleRaw(unit));
    this.#index = new AppendFile(folder.consoleIndex(unit));
    this.#mask = new MaskStream(secrets);
  }

  /** Throws what the operating system says when it refuses. */
  append(bytes: Uint8Array, atMs: number): void {
    if (bytes.length === 0) return;
    const offset = this.#raw.length;
    const rewrite = this.#mask.push(bytes);
    this.#raw.append(rewrite.bytes, rewrite.back);
    this.#index.append(Buffer.from(`${JSON.stringify({ offset, length: bytes.length, atMs })}\n`));
  }

  /** Makes both files survive a loss of power. */
  sync(): void {
    this.#raw.sync();
    this.#index.sync();
  }

  close(): void {
    this.#raw.close();
    this.#index.close();
  }
}
