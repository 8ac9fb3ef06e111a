/** Choices that follow from a number: the same seed chooses the same, on any machine. */
export class Chance {
  #state: number;

  /** Seeds that lie side by side choose nothing alike. */
  constructor(seed: number) {
    this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
    for (let turn = 0; turn < 4; turn++) this.#next();
  }

  /** A whole number from 0 on, below `end`; 0 where there is none. */
  below(end: number): number {
    return Math.floor((this.#next() / 0x1_0000_0000) * Math.max(1, end));
  }

  /** One of them. Throws `RangeError` where there is none. */
  of<T>(choices: readonly T[]): T {
    const chosen = choices[this.below(choices.length)];
    if (chosen === undefined) throw new RangeError('there is nothing to choose from');
    return chosen;
  }

  /** True as often as one in `count`. */
  oneIn(count: number): boolean {
    return this.below(count) === 0;
  }

  /** Mulberry32: a period of 2³² is more than any fuzzing takes. */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
}
