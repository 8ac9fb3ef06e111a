import { AppendFile } from '../append-file.ts';
import { chainText, digestOf, nothingBefore } from './chain-line.ts';
import type { ChainLine, ChainWords } from './chain-line.ts';

/** The chain of checksums of a run while it is written. */
export class Checksums {
  readonly #file: AppendFile;
  #head = nothingBefore;

  /** Creates the file; refuses one that exists. */
  constructor(path: string) {
    this.#file = new AppendFile(path);
  }

  /** The digest of the last line: who knows it knows every line, and every byte that the lines speak of. */
  get head(): string {
    return this.#head;
  }

  /** Throws what the operating system says when it refuses. */
  add(words: ChainWords): void {
    const line: ChainLine = { ...words, before: this.#head };
    const text = chainText(line);
    this.#file.append(Buffer.from(`${text}\n`));
    this.#head = digestOf(text);
  }

  /** Returns when the lines would survive a loss of power. */
  sync(): void {
    this.#file.sync();
  }

  close(): void {
    this.#file.close();
  }
}
