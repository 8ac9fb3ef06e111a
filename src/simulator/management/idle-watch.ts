import type { Cancel, Clock } from '../../clock.ts';

const minuteMs = 60_000;

/** Ends a session at which nobody has typed for as long as the configuration allows; 0 minutes are for ever. */
export class IdleWatch {
  readonly #clock: Clock;
  readonly #minutes: () => number;
  readonly #expired: () => void;
  #cancel: Cancel = () => undefined;

  constructor(clock: Clock, minutes: () => number, expired: () => void) {
    this.#clock = clock;
    this.#minutes = minutes;
    this.#expired = expired;
    this.touch();
  }

  /** Somebody has typed; what was typed may have changed how long is allowed. */
  touch(): void {
    this.#cancel();
    const minutes = this.#minutes();
    if (minutes > 0) this.#cancel = this.#clock.after(minutes * minuteMs, () => this.#expired());
  }

  stop(): void {
    this.#cancel();
  }
}
