import type { Cancel, Clock } from '../../clock.ts';
import type { Random } from '../ground/random.ts';

/** What a bad cable does to frames in one direction. Left out is as a good cable does it. */
export interface Impairment {
  /** The share of the frames that are lost, from 0 to 1. */
  readonly loss?: number;
  /** Milliseconds that every frame takes longer. */
  readonly delayMs?: number;
  /** At most so many milliseconds more, each frame by chance: frames may overtake each other. */
  readonly jitterMs?: number;
  /** The share of the frames that arrive twice, from 0 to 1. */
  readonly duplicates?: number;
}

/** One direction of a bad cable. */
export class ImpairedWire {
  readonly #how: Impairment;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #under = new Set<Cancel>();

  constructor(how: Impairment, clock: Clock, random: Random) {
    this.#how = how;
    this.#clock = clock;
    this.#random = random;
  }

  /** Calls `arrive` when a frame gets through, which may be never or twice, and `lost` when it does not. */
  carry(arrive: () => void, lost: () => void): void {
    const { loss = 0, duplicates = 0 } = this.#how;
    if (this.#happens(loss)) return lost();
    this.#later(arrive);
    if (this.#happens(duplicates)) this.#later(arrive);
  }

  /** Drops what is still under way: the cable was pulled or mended. */
  cut(): void {
    for (const cancel of this.#under) cancel();
    this.#under.clear();
  }

  #happens(share: number): boolean {
    return this.#random.between(0, 1) < share;
  }

  #later(arrive: () => void): void {
    const { delayMs = 0, jitterMs = 0 } = this.#how;
    const takesMs = delayMs + (jitterMs > 0 ? this.#random.between(0, jitterMs) : 0);
    if (takesMs === 0) return arrive();
    const cancel = this.#clock.after(takesMs, () => {
      this.#under.delete(cancel);
      arrive();
    });
    this.#under.add(cancel);
  }
}
