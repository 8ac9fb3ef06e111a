import { secretForms } from './mask-automaton.ts';
import { SecretFinder } from './mask-finder.ts';

/** What to write after a chunk: `bytes` go `back` bytes before the end of what was written so far. */
export interface Rewrite {
  readonly back: number;
  readonly bytes: Uint8Array;
  /** How many of the last bytes may be written again. */
  readonly open: number;
}

const star = '*'.charCodeAt(0);

/**
 * Masks secrets in a stream of bytes, however it is cut into chunks. Bytes that may yet turn out to be the
 * beginning of a secret are written as stars at once and written again when they prove harmless: no byte is
 * held back, so offsets hold after every chunk, and at no instant is a secret on disk, not even half of one.
 */
export class MaskStream {
  readonly #finder: SecretFinder | undefined;
  /** The last bytes, in clear, from the first on that may belong to a secret, and which are hidden for good. */
  #open = Buffer.alloc(0);
  #openHidden = new Uint8Array(0);

  constructor(secrets: readonly string[]) {
    const forms = secretForms(secrets);
    if (!forms.none) this.#finder = new SecretFinder(forms);
  }

  /** Takes the next bytes as they came. */
  push(chunk: Uint8Array): Rewrite {
    const finder = this.#finder;
    if (!finder) return { back: 0, bytes: chunk, open: 0 };
    const back = this.#open.length;
    const clear = Buffer.concat([this.#open, chunk]);
    const hidden = new Uint8Array(clear.length);
    hidden.set(this.#openHidden);
    const hide = (at: number): void => void (hidden[at] = 1);
    for (let at = back; at < clear.length; at++) finder.read(clear[at] ?? 0, at, hide);
    const bytes = new Uint8Array(clear);
    for (let at = hidden.indexOf(1); at >= 0; at = hidden.indexOf(1, at + 1)) bytes[at] = star;
    for (const at of finder.open) bytes[at] = star;
    const settled = finder.open[0] ?? clear.length;
    this.#open = Buffer.from(clear.subarray(settled));
    this.#openHidden = hidden.slice(settled);
    finder.rebase(settled);
    return { back, bytes, open: this.#open.length };
  }
}
