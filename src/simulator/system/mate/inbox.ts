/** So many wait at most for what was lost before them. */
const heldAtMost = 256;

/** Puts in order what comes from the mate, and drops what comes twice. */
export class Inbox {
  readonly #held = new Map<number, () => void>();
  #expected = 0;

  /** Everything before this number has come. */
  get has(): number {
    return this.#expected;
  }

  /** The mate has begun anew, or was there before this unit: from this number on. */
  begin(from: number): void {
    this.#held.clear();
    this.#expected = from;
  }

  /** Nothing before this number comes any more; what did come of it is not kept waiting. */
  giveUpBefore(number: number): void {
    for (const held of [...this.#held.keys()].filter((one) => one < number).toSorted((a, b) => a - b)) {
      this.#expected = Math.max(this.#expected, held);
      this.#drain();
    }
    this.#expected = Math.max(this.#expected, number);
    this.#drain();
  }

  /** Calls `deliver` when it is the turn of that number: at once, in a while, or never if it has come before. */
  take(number: number, deliver: () => void): void {
    if (number < this.#expected || number >= this.#expected + heldAtMost) return;
    this.#held.set(number, deliver);
    this.#drain();
  }

  /** Who is delivered to may answer, and be answered, before he returns. */
  #drain(): void {
    for (let next = this.#held.get(this.#expected); next; next = this.#held.get(this.#expected)) {
      this.#held.delete(this.#expected);
      this.#expected += 1;
      next();
    }
  }
}
