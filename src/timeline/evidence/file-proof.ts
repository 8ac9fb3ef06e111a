import { createHash } from 'node:crypto';
import { messageOf } from '../../errors.ts';
import { chunksOf } from '../chunks-of.ts';
import type { ChainLine } from './chain-line.ts';
import type { Listed } from './list-folder.ts';

type Chunk = Extract<ChainLine, { readonly what: 'chunk' }>;

/** How far one file of a run is as the chain says, chunk by chunk as the chain is read. */
export class FileProof {
  readonly name: string;
  readonly #path: string;
  readonly #listed: Listed | undefined;
  readonly #whole = createHash('sha256');
  #chained = 0;
  #provenBytes = 0;
  #fault: string | undefined;

  constructor(path: string, name: string, listed: Listed | undefined) {
    this.#path = path;
    this.name = name;
    this.#listed = listed;
    if (!listed) this.#fault = `${name} is not there`;
    else if ('no' in listed) this.#fault = `${name} is ${listed.no}`;
  }

  /** Bytes of the file as it lies there. */
  get bytes(): number {
    return this.#listed && 'bytes' in this.#listed ? this.#listed.bytes : 0;
  }

  /** Bytes from the beginning that are as they were written. */
  get provenBytes(): number {
    return this.#provenBytes;
  }

  /** The first thing that is not as it was written, in words. */
  get fault(): string | undefined {
    return this.#fault;
  }

  /** Holds the next chunk against what lies there. Nothing after a fault is looked at. */
  hold({ offset, length, sha256 }: Chunk): void {
    if (offset !== this.#chained)
      this.#fault ??= `the chain leaves out bytes of ${this.name} before byte ${offset}`;
    this.#chained = offset + length;
    if (this.#fault !== undefined) return;
    if (this.bytes < this.#chained) {
      this.#fault = `${this.name} ends at byte ${this.bytes}, and had ${this.#chained} or more`;
      return;
    }
    const now = this.#digest(offset, length);
    if (now === sha256) this.#provenBytes = this.#chained;
    else this.#fault ??= `${this.name} was changed between byte ${offset} and byte ${this.#chained}`;
  }

  /** The digest of all that was proven. */
  digest(): string {
    return this.#whole.copy().digest('hex');
  }

  #digest(offset: number, length: number): string {
    const hash = createHash('sha256');
    try {
      for (const bytes of chunksOf(this.#path, offset, offset + length)) {
        hash.update(bytes);
        this.#whole.update(bytes);
      }
    } catch (error) {
      this.#fault = `${this.name} cannot be read: ${messageOf(error)}`;
    }
    return hash.digest('hex');
  }
}
