import type { Cancel, Clock } from '../../clock.ts';

/** How often a unit looks whether what it waits for has come. */
const lookMs = 1000;

/** Waits, a look a second or as often as it is told to, until something is so or the looks are used up. */
export class LookOut {
  readonly #clock: Clock;
  #next: Cancel = () => undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Calls `then` once it is so, or `gaveUp` after so many looks; whatever was looked for before is forgotten. */
  until(isSo: () => boolean, looks: number, then: () => void, gaveUp: () => void, everyMs = lookMs): void {
    this.#next();
    if (isSo()) return then();
    if (looks <= 0) return gaveUp();
    this.#next = this.#clock.after(everyMs, () => this.until(isSo, looks - 1, then, gaveUp, everyMs));
  }

  stop(): void {
    this.#next();
  }
}
