import type { Cancel, Clock } from '../../clock.ts';

/**
 * The time of something that can die at any instant, such as a unit that loses power: when its life ends, every
 * timer that it started is gone, and it can start no more.
 */
export class LifeClock implements Clock {
  readonly #clock: Clock;
  readonly #timers = new Set<Cancel>();
  #ended = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  nowMs(): number {
    return this.#clock.nowMs();
  }

  wall(): Date {
    return this.#clock.wall();
  }

  after(ms: number, then: () => void): Cancel {
    if (this.#ended) return () => undefined;
    const cancel = this.#clock.after(ms, () => {
      this.#timers.delete(cancel);
      then();
    });
    this.#timers.add(cancel);
    return () => {
      this.#timers.delete(cancel);
      cancel();
    };
  }

  end(): void {
    this.#ended = true;
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
  }
}
