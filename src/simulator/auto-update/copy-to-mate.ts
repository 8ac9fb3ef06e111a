import type { Cancel, Clock } from '../../clock.ts';
import type { CopyMessage, UpdateMessage } from '../message/update-message.ts';

/** So much of a file goes in one message. */
const pieceBytes = 1024;
/** So many messages are on their way before an answer is waited for. */
const windowPieces = 16;
/** Without an answer for so long the last ones are sent again. */
const againMs = 1000;
/** So often; then the mate is given up. */
const tries = 5;

/** What is lent to a copy. */
export interface CopyHost {
  readonly clock: Clock;
  toMate(message: UpdateMessage): void;
  trace(line: string): void;
}

/** Copies one file to the mate's flash over the failover link, in pieces that the mate acknowledges. */
export class CopyToMate {
  readonly #host: CopyHost;
  readonly #seq: number;
  readonly #name: string;
  readonly #content: Uint8Array;
  readonly #done: (failed: string | undefined) => void;
  #acknowledged = 0;
  #sent = 0;
  #triesLeft = tries;
  #waiting: Cancel = () => undefined;

  constructor(
    host: CopyHost,
    seq: number,
    file: { readonly name: string; readonly content: Uint8Array },
    done: (failed: string | undefined) => void,
  ) {
    this.#host = host;
    this.#seq = seq;
    this.#name = file.name;
    this.#content = file.content;
    this.#done = done;
  }

  start(): void {
    this.#send();
  }

  stop(): void {
    this.#waiting();
  }

  /** The mate's word on how far it got. */
  copied(upTo: number, refused: string | undefined): void {
    if (refused !== undefined) return this.#end(`the mate refused ${this.#name}: ${refused}`);
    if (upTo > this.#acknowledged) this.#triesLeft = tries;
    this.#acknowledged = Math.max(this.#acknowledged, upTo);
    if (this.#acknowledged >= this.#content.length) return this.#end(undefined);
    if (this.#acknowledged >= this.#sent) this.#send();
  }

  #send(): void {
    this.#waiting();
    const { length } = this.#content;
    this.#sent = Math.min(length, this.#acknowledged + windowPieces * pieceBytes);
    let at = this.#acknowledged;
    do {
      const piece = this.#content.subarray(at, Math.min(at + pieceBytes, this.#sent));
      this.#host.trace(
        `auto-update: Fover copyfile, seq = ${this.#seq} type = 1, pseq = ${at + 1}, len = ${piece.length}`,
      );
      this.#host.toMate({ kind: 'copy', seq: this.#seq, name: this.#name, at, piece, total: length });
      at += pieceBytes;
    } while (at < this.#sent);
    this.#waiting = this.#host.clock.after(againMs, () => this.#again());
  }

  #again(): void {
    this.#triesLeft -= 1;
    if (this.#triesLeft === 0) return this.#end(`the mate does not answer while ${this.#name} is copied`);
    this.#send();
  }

  #end(failed: string | undefined): void {
    this.#waiting();
    this.#done(failed);
  }
}

/** The files that come from the mate, put together piece by piece. */
export class CopyFromMate {
  readonly #keep: (name: string, content: Uint8Array) => string | undefined;
  #file: { readonly seq: number; readonly content: Uint8Array; upTo: number } | undefined;

  constructor(keep: (name: string, content: Uint8Array) => string | undefined) {
    this.#keep = keep;
  }

  /** Takes a piece; returns how far the file has come, and why it cannot be kept. */
  take({ seq, name, at, piece, total }: CopyMessage): UpdateMessage {
    if (this.#file?.seq !== seq || this.#file.content.length !== total) {
      this.#file = { seq, content: new Uint8Array(total), upTo: 0 };
    }
    const file = this.#file;
    const isNext = at === file.upTo;
    if (isNext) {
      file.content.set(piece, at);
      file.upTo += piece.length;
    }
    const refused = isNext && file.upTo >= total ? this.#keep(name, file.content) : undefined;
    return { kind: 'copied', seq, upTo: file.upTo, refused };
  }
}
