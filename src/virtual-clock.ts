import type { Cancel, Clock } from './clock.ts';

interface Timer {
  readonly dueMs: number;
  readonly order: number;
  /** Gone once it has fired or was cancelled. */
  fire: (() => void) | undefined;
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
  /** A heap: no timer is due before the one at half its place. What was cancelled is left out when its turn comes. */
  readonly #timers: Timer[] = [];
  #pending = 0;

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
    this.#pending += 1;
    rise(this.#timers, timer);
    return () => {
      if (timer.fire) this.#pending -= 1;
      timer.fire = undefined;
    };
  }

  /** How many timers are waiting. */
  get pending(): number {
    return this.#pending;
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
    while (this.#timers[0] && !this.#timers[0].fire) sink(this.#timers);
    return this.#timers[0];
  }

  #fire(timer: Timer): void {
    const { fire } = timer;
    sink(this.#timers);
    timer.fire = undefined;
    this.#pending -= 1;
    this.#nowMs = Math.max(this.#nowMs, timer.dueMs);
    fire?.();
  }
}

function isBefore(one: Timer, other: Timer): boolean {
  return one.dueMs < other.dueMs || (one.dueMs === other.dueMs && one.order < other.order);
}

/** Puts a timer into the heap: those above that are due later move down. */
function rise(heap: Timer[], timer: Timer): void {
  let at = heap.length;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const other = heap[above];
    if (!other || isBefore(other, timer)) break;
    heap[at] = other;
    at = above;
  }
  heap[at] = timer;
}

/** Takes the first timer off the heap: the last one takes its place, and sinks to where it belongs. */
function sink(heap: Timer[]): void {
  const last = heap.pop();
  if (!last || heap.length === 0) return;
  let at = 0;
  for (let below = 1; below < heap.length; below = 2 * at + 1) {
    const [left, right] = [heap[below], heap[below + 1]];
    const sooner = left && right && isBefore(right, left) ? right : left;
    if (!sooner || isBefore(last, sooner)) break;
    heap[at] = sooner;
    at = sooner === left ? below : below + 1;
  }
  heap[at] = last;
}

/** One whole turn of the event loop: every promise that could settle has settled. */
function quiet(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
