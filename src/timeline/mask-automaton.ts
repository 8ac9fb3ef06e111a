import { formsOf } from './mask-forms.ts';

/** Code units that stand in for a character in the alphabet of the secrets; 0 is every one that is in none of them. */
type Alphabet = Uint16Array;

const codes = 0x1_0000;
const [carriageReturn, lineFeed] = [0x0d, 0x0a] as const;

const made = new WeakMap<readonly string[], SecretForms>();

/** The forms of these secrets; the same list is worked out once. */
export function secretForms(secrets: readonly string[]): SecretForms {
  const forms = made.get(secrets) ?? new SecretForms(secrets);
  made.set(secrets, forms);
  return forms;
}

/**
 * Every form of every secret in one automaton (Aho and Corasick, 1975): a text is read once, however many there are,
 * and after each character it is known how many of the last ones may be the beginning of a secret.
 */
export class SecretForms {
  readonly #alphabet: Alphabet = new Uint16Array(codes);
  readonly #width: number;
  readonly #next: Int32Array;
  /** How many characters lead to a state, and how many of those that lead there are a form. */
  readonly #depth: Int32Array;
  readonly #whole: Int32Array;
  readonly #shortest: number;

  constructor(secrets: readonly string[]) {
    const forms = [...new Set(secrets.filter((secret) => secret !== '').flatMap(formsOf))];
    let letters = 1;
    for (const form of forms)
      for (let at = 0; at < form.length; at++) this.#alphabet[form.charCodeAt(at)] ||= letters++;
    this.#width = letters;
    this.#shortest = Math.min(...forms.map(({ length }) => length));
    const states = forms.reduce((sum, form) => sum + form.length, 1);
    this.#next = new Int32Array(states * letters);
    this.#depth = new Int32Array(states);
    this.#whole = new Int32Array(states);
    this.#plant(forms);
    this.#link();
  }

  /** Whether there is nothing to look for. */
  get none(): boolean {
    return this.#width === 1;
  }

  /** The state after one more character; 0 is the state before the first. */
  step(state: number, code: number): number {
    return this.#next[state * this.#width + (this.#alphabet[code] ?? 0)] ?? 0;
  }

  /**
   * Whether anything of a text may have to be hidden: whether so many characters of it in a row, line ends aside, begin a
   * secret. Most texts hold nothing of the kind, and this is told without looking at each character twice.
   */
  mayBeIn(text: string, begun: number): boolean {
    const [alphabet, width, next, depths] = [this.#alphabet, this.#width, this.#next, this.#depth];
    const least = Math.min(begun, this.#shortest);
    let state = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === carriageReturn || code === lineFeed) continue;
      state = next[state * width + (alphabet[code] ?? 0)] ?? 0;
      if ((depths[state] ?? 0) >= least) return true;
    }
    return false;
  }

  /** How many of the last characters are the beginning of a secret, or all of it. */
  depth(state: number): number {
    return this.#depth[state] ?? 0;
  }

  /** How many of the last characters are a whole secret: the longest that ends here, or 0. */
  whole(state: number): number {
    return this.#whole[state] ?? 0;
  }

  #plant(forms: readonly string[]): void {
    let used = 1;
    for (const form of forms) {
      let state = 0;
      for (let at = 0; at < form.length; at++) {
        const way = state * this.#width + (this.#alphabet[form.charCodeAt(at)] ?? 0);
        this.#next[way] ||= used++;
        state = this.#next[way] ?? 0;
        this.#depth[state] = at + 1;
      }
      this.#whole[state] = form.length;
    }
  }

  /** Where no way leads on, the one is taken that leads on from the longest end of what was read that is a beginning. */
  #link(): void {
    const width = this.#width;
    const shorter = new Int32Array(this.#depth.length);
    const queue = [0];
    for (const state of queue) {
      const back = shorter[state] ?? 0;
      this.#whole[state] ||= this.#whole[back] ?? 0;
      for (let letter = 0; letter < width; letter++) {
        const child = this.#next[state * width + letter] ?? 0;
        const otherwise = state === 0 ? 0 : (this.#next[back * width + letter] ?? 0);
        if (child === 0) this.#next[state * width + letter] = otherwise;
        else {
          shorter[child] = otherwise;
          queue.push(child);
        }
      }
    }
  }
}
