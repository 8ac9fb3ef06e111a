import type { WatchPace } from '../bench/index.ts';
import type { Clock } from '../clock.ts';
import type { ConsoleMessage, Interval } from '../pair/index.ts';

/** Of the time since something happened, this share passes between two questions. */
const share = 1 / 4;
const usualSlowestMs = 8000;

/**
 * How often the consoles are asked: closely when something was just done or said, and less and less while all is
 * quiet. A virtual hour costs what is asked in it, not what passes.
 */
export class Pace implements WatchPace {
  readonly boundMs = 2000;
  readonly #clock: Clock;
  readonly #quickestMs: number;
  /** How long after a deed something is bound to happen, in milliseconds: then it is asked closely once more. */
  readonly #expected: Interval;
  readonly #slowestMs: number;
  /** While the pair is brought up, nothing is to be missed. */
  #stirredMs = -Infinity;

  constructor(clock: Clock, quickestMs: number, expected: Interval, slowestMs = usualSlowestMs) {
    this.#clock = clock;
    this.#quickestMs = quickestMs;
    this.#expected = expected;
    this.#slowestMs = slowestMs;
  }

  get restMs(): number {
    const quietMs = this.#clock.nowMs() - this.#stirredMs;
    const restMs = Math.min(this.#slowestMs, Math.max(this.#quickestMs, quietMs * share));
    const { loMs, hiMs } = this.#expected;
    if (quietMs > hiMs) return restMs;
    return Math.max(this.#quickestMs, Math.min(restMs, loMs - quietMs));
  }

  /** Something was done. */
  stir(): void {
    this.#stirredMs = this.#clock.nowMs();
  }

  /** Something was said: it counts once something was done. */
  hear(message: ConsoleMessage): void {
    if (message !== 'other' && Number.isFinite(this.#stirredMs)) this.stir();
  }
}
