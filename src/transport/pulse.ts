import type { Cancel, Clock } from '../clock.ts';

const everyMs = 1000;
/**
 * Seconds without a byte from one who answered before. A console server that hangs is known by then, before the
 * console behind it, asked something meanwhile, passes for silent.
 */
const silentTicks = 3;

/** What a pulse is taken of. */
export interface PulseTaken {
  /** Asks for a sign of life; nothing while it cannot be asked. */
  ask(): void;
  /** It answered before, and does not any more. Called once. */
  dead(silentMs: number): void;
}

/**
 * Asks a far end that says nothing whether it is there. One that never answers is asked on and never given up: it
 * may not know the question.
 */
export class Pulse {
  readonly #clock: Clock;
  readonly #of: PulseTaken;
  #quietTicks = 0;
  #answers = false;
  #cancel: Cancel;

  constructor(clock: Clock, of: PulseTaken) {
    this.#clock = clock;
    this.#of = of;
    this.#cancel = clock.after(everyMs, () => this.#tick());
  }

  /** Bytes came, and whether an answer was among them. */
  heard(answer: boolean): void {
    this.#quietTicks = 0;
    this.#answers ||= answer;
  }

  stop(): void {
    this.#cancel();
  }

  #tick(): void {
    this.#quietTicks += 1;
    if (this.#answers && this.#quietTicks > silentTicks) return this.#of.dead(this.#quietTicks * everyMs);
    if (!this.#answers || this.#quietTicks > 1) this.#of.ask();
    this.#cancel = this.#clock.after(everyMs, () => this.#tick());
  }
}
