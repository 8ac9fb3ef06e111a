import type { Cancel } from '../../clock.ts';
import { repeat } from '../ground/repeat.ts';
import type { FailoverHost } from './host.ts';

/** How often a unit that waits for its mate prints a dot. */
const dotMs = 1000;

/**
 * The search for a mate after boot, or after failover was turned on: as long as silence on the failover link would
 * mean that there is none. A mate that searches too, and goes first, is waited for.
 */
export class Negotiation {
  readonly #host: FailoverHost;
  readonly #mateGoesFirst: () => boolean;
  readonly #over: () => void;
  #timers: Cancel[] = [];

  constructor(host: FailoverHost, mateGoesFirst: () => boolean, over: () => void) {
    this.#host = host;
    this.#mateGoesFirst = mateGoesFirst;
    this.#over = over;
  }

  begin(): void {
    this.stop();
    const { clock } = this.#host;
    const { searchFactor } = this.#host.box.traits;
    const wait = (): void => {
      const cancel = clock.after(this.#host.failover().unitHoldMs * searchFactor, () => {
        if (this.#mateGoesFirst()) return wait();
        this.stop();
        this.#over();
      });
      this.#timers = [cancel, dots];
    };
    const dots = repeat(
      clock,
      () => dotMs,
      () => this.#host.announce('waiting'),
    );
    wait();
  }

  /** There is no need to wait any longer. */
  cutShort(): void {
    if (this.#timers.length === 0) return;
    this.stop();
    this.#over();
  }

  stop(): void {
    for (const cancel of this.#timers) cancel();
    this.#timers = [];
  }
}
