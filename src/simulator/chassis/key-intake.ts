import type { Clock } from '../../clock.ts';

/** How many keys a serial port holds until they are read. */
const held = 16;

/**
 * The receiving side of a slow console: it holds a few keys and reads so many in a second; what comes beyond that
 * is lost without a word, as on a PIX that is pasted at.
 */
export class KeyIntake {
  readonly #clock: Clock;
  readonly #keysPerSecond: number;
  #waiting = 0;
  #readMs: number;

  constructor(clock: Clock, keysPerSecond: number) {
    this.#clock = clock;
    this.#keysPerSecond = keysPerSecond;
    this.#readMs = clock.nowMs();
  }

  /** What of the keys is read. */
  take(keys: string): string {
    const nowMs = this.#clock.nowMs();
    this.#waiting = Math.max(0, this.#waiting - ((nowMs - this.#readMs) / 1000) * this.#keysPerSecond);
    this.#readMs = nowMs;
    const taken = keys.slice(0, Math.max(0, Math.floor(held - this.#waiting)));
    this.#waiting += taken.length;
    return taken;
  }
}
