/** What to write after a chunk: `bytes` go `back` bytes before the end of what was written so far. */
export interface Rewrite {
  readonly back: number;
  readonly bytes: Uint8Array;
}

const star = '*'.charCodeAt(0);

/**
 * Masks secrets in a stream of bytes, however it is cut into chunks. Bytes that may yet turn out to be the
 * beginning of a secret are written as stars at once and written again when they prove harmless: no byte is
 * held back, so offsets hold after every chunk, and at no instant is a secret on disk, not even half of one.
 */
export class MaskStream {
  readonly #secrets: readonly Buffer[];
  /** The last bytes, in clear, that may be the beginning of a secret, and which of them are hidden for good. */
  #open = Buffer.alloc(0);
  #openHidden = new Uint8Array(0);

  constructor(secrets: readonly string[]) {
    const encoded = secrets.flatMap((secret) => [Buffer.from(secret, 'utf8'), Buffer.from(secret, 'latin1')]);
    this.#secrets = encoded.filter((secret) => secret.length > 0);
  }

  /** Takes the next bytes as they came. */
  push(chunk: Uint8Array): Rewrite {
    const clear = Buffer.concat([this.#open, chunk]);
    const hidden = new Uint8Array(clear.length);
    hidden.set(this.#openHidden);
    for (const secret of this.#secrets) hide(hidden, clear, secret);
    const settled = clear.length - Math.max(0, ...this.#secrets.map((secret) => begun(clear, secret)));
    const bytes = clear.map((byte, at) => (hidden[at] === 1 || at >= settled ? star : byte));
    const back = this.#open.length;
    this.#open = Buffer.from(clear.subarray(settled));
    this.#openHidden = hidden.slice(settled);
    return { back, bytes };
  }
}

function hide(hidden: Uint8Array, clear: Buffer, secret: Buffer): void {
  for (let at = clear.indexOf(secret); at >= 0; at = clear.indexOf(secret, at + 1))
    hidden.fill(1, at, at + secret.length);
}

/** How many of the last bytes are the beginning, but not the whole, of a secret. */
function begun(clear: Buffer, secret: Buffer): number {
  for (let length = Math.min(secret.length - 1, clear.length); length > 0; length--) {
    if (clear.subarray(clear.length - length).equals(secret.subarray(0, length))) return length;
  }
  return 0;
}
