import type { Cancel, Clock } from './clock.ts';

interface Timer {
  readonly dueMs: number;
  readonly order: number;
  readonly fire: () => void;
}

/**
 * A clock that jumps. Time stands still while there is work to do and leaps to the next timer when there is
 * none, so that an hour of hellos passes in a second and the same seed gives the same run. It is for rooms
 * wired together in one process over in-memory lines; real sockets and files do not wait for it.
 */
export class VirtualClock implements Clock {
  #nowMs: number;
  #order = 0;
  readonly #startedAt: Date;
  readonly #timers = new Set<Timer>();

  constructor(startedAt: Date = new Date('2026-01-01T00:00:00Z'), nowMs = 0) {
    this.#startedAt = startedAt;
    this.#nowMs = nowMs;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  wall(): Date {
    return new Date(this.#startedAt.getTime() + this.#nowMs);
  }

  after(ms: number, then: () => void): Cancel {
    const timer: Timer = { dueMs: this.#nowMs + Math.max(0, ms), order: this.#order++, fire: then };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  /** How many timers are waiting. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Runs everything due within the next `ms` milliseconds, in order, letting promises settle in between. */
  async advance(ms: number): Promise<void> {
    const untilMs = this.#nowMs + ms;
    await quiet();
    for (let next = this.#next(); next && next.dueMs <= untilMs; next = this.#next()) {
      this.#fire(next);
      await quiet();
    }
    this.#nowMs = untilMs;
  }

  /**
   * Jumps from timer to timer until `promise` settles. Throws if there is nothing left to wait for, or after
   * `capMs` milliseconds of virtual time.
   */
  async runUntil<T>(promise: Promise<T>, capMs = 24 * 3_600_000): Promise<T> {
    const progress = { settled: false };
    const done = promise.finally(() => (progress.settled = true));
    done.catch(() => undefined);
    const untilMs = this.#nowMs + capMs;
    await quiet();
    while (!progress.settled) {
      const next = this.#next();
      if (!next) throw new Error('virtual clock: the promise never settles, no timer is left');
      if (next.dueMs > untilMs) throw new Error(`virtual clock: not settled within ${capMs} ms`);
      this.#fire(next);
      await quiet();
    }
    return done;
  }

  #next(): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.#timers) {
      if (!first || timer.dueMs < first.dueMs || (timer.dueMs === first.dueMs && timer.order < first.order))
        first = timer;
    }
    return first;
  }

  #fire(timer: Timer): void {
    this.#timers.delete(timer);
    this.#nowMs = Math.max(this.#nowMs, timer.dueMs);
    timer.fire();
  }
}

/** One whole turn of the event loop: every promise that could settle has settled. */
function quiet(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
