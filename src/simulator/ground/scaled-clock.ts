import type { Cancel, Clock } from '../../clock.ts';

/**
 * Time that passes `speed` times as fast as on another clock, from the moment it is made. Everything that lives by it
 * (hellos, hold times, boots, relays) keeps its proportions and its own idea of how long it took.
 */
export class ScaledClock implements Clock {
  readonly #clock: Clock;
  readonly #speed: number;
  readonly #originMs: number;
  readonly #originWall: number;

  /** Throws `RangeError` for a speed that is not above zero. */
  constructor(clock: Clock, speed: number) {
    if (!(speed > 0)) throw new RangeError(`time cannot pass ${speed} times as fast`);
    this.#clock = clock;
    this.#speed = speed;
    this.#originMs = clock.nowMs();
    this.#originWall = clock.wall().getTime();
  }

  nowMs(): number {
    return this.#originMs + this.#passedMs();
  }

  wall(): Date {
    return new Date(this.#originWall + this.#passedMs());
  }

  after(ms: number, then: () => void): Cancel {
    return this.#clock.after(ms / this.#speed, then);
  }

  #passedMs(): number {
    return (this.#clock.nowMs() - this.#originMs) * this.#speed;
  }
}
