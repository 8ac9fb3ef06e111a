/** Bytes of one message at most; what is longer is cut there, and the rest of it passed over. */
export const messageBytesKept = 8192;

const lineFeed = 0x0a;
const nul = 0;
const opening = 0x3c;
const blank = 0x20;
const zero = 0x30;

/** How far a message is that has begun: how many bytes are missing, or the end of its line. */
type Until = { readonly kind: 'line' } | { readonly kind: 'count'; left: number };

/**
 * Messages out of a stream of syslog over TCP, in either framing of RFC 6587: `17 <161>%ASA-1-…` with the octets
 * counted, or one message a line (a NUL ends one as well). Which one it is shows at the beginning of each message.
 * Holds 8 KiB at most, whatever comes.
 */
export class Frames {
  readonly #tell: (message: Uint8Array, isCut: boolean) => void;
  #held: number[] = [];
  #isCut = false;
  #until: Until | undefined;

  constructor(tell: (message: Uint8Array, isCut: boolean) => void) {
    this.#tell = tell;
  }

  /** Takes the next bytes of the stream. */
  push(bytes: Uint8Array): void {
    for (const byte of bytes) this.#take(byte);
  }

  /** The stream is over: what is held is the last message, whether it was complete or not. */
  end(): void {
    if (this.#held.length > 0) this.#finish();
  }

  #take(byte: number): void {
    this.#until ??= this.#begin(byte);
    const until = this.#until;
    if (!until) return;
    if (until.kind === 'count') {
      this.#keep(byte);
      until.left -= 1;
      if (until.left === 0) this.#finish();
    } else if (byte === lineFeed || byte === nul) this.#finish();
    else this.#keep(byte);
  }

  /**
   * A message begins with its priority, or with its length and then its priority. While nothing but a number has
   * come, both are possible, and the number is held.
   */
  #begin(byte: number): Until | undefined {
    const isDigit = byte >= zero && byte <= zero + 9;
    const count = this.#held;
    if (count.length === 0 && (byte === lineFeed || byte === nul)) return undefined;
    const isCounting = count.length > 0 && count.at(-1) === blank;
    if (isCounting && byte === opening) {
      const left = Number(Buffer.from(count).toString('latin1'));
      this.#held = [];
      return { kind: 'count', left };
    }
    const mayCount = isDigit ? count.length > 0 || byte !== zero : byte === blank && count.length > 0;
    if (mayCount && !isCounting && count.length < mostDigits + 1) {
      count.push(byte);
      return undefined;
    }
    return { kind: 'line' };
  }

  #keep(byte: number): void {
    if (this.#held.length < messageBytesKept) this.#held.push(byte);
    else this.#isCut = true;
  }

  #finish(): void {
    const message = Uint8Array.from(this.#held);
    const isCut = this.#isCut;
    this.#held = [];
    this.#isCut = false;
    this.#until = undefined;
    if (message.length > 0) this.#tell(message, isCut);
  }
}

/** Of a length that can be meant. */
const mostDigits = 5;
