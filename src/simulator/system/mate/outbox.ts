import type { Cancel, Clock } from '../../../clock.ts';
import type { FailoverMessage } from '../../message/failover-message.ts';

/** What is not acknowledged after so long is sent again: twice the latency that a link may have (5580, 13-12). */
const resendMs = 500;
/** So often at least, however short the hold time is. */
const leastAttempts = 10;
/** So many are under way at a time; the others wait for their acknowledgements. */
const underWayAtMost = 16;
/** So many may wait, which is a configuration of a hundred thousand lines. */
const waitingAtMost = 4096;

/** What the outbox needs of its unit. */
export interface OutboxHost {
  readonly clock: Clock;
  /** For how long a mate may be silent. */
  holdMs(): number;
  /** The mate has not acknowledged these, and will not. */
  undelivered(messages: readonly FailoverMessage[]): void;
}

/** A message, and how it is put on its way, as often as it takes. */
interface Posted {
  readonly message: FailoverMessage;
  dispatch(number: number): void;
  /** It may still wait at the beginning of its way. */
  readonly busy: () => boolean;
}

/**
 * What a unit has sent to its mate and the mate has not acknowledged yet. It is sent again until the mate does, or
 * has been silent for the hold time; then all of it is given up, for one without the other is no configuration.
 */
export class Outbox {
  readonly #host: OutboxHost;
  /** Their numbers follow one another from the oldest. */
  #pending: Posted[] = [];
  #oldest = 0;
  /** The number of the first that was never sent. */
  #unsent = 0;
  #progressMs = 0;
  #resend: Cancel | undefined;

  constructor(host: OutboxHost) {
    this.#host = host;
  }

  /** The number of the oldest that is pending; of the next to come if none is. */
  get oldest(): number {
    return this.#oldest;
  }

  get empty(): boolean {
    return this.#pending.length === 0;
  }

  post(posted: Posted): void {
    if (this.empty) this.#progressMs = this.#host.clock.nowMs();
    this.#pending.push(posted);
    if (this.#pending.length > waitingAtMost) this.#giveUp();
    else this.#sendNew();
  }

  /** The mate has everything before that number. */
  acknowledged(before: number): void {
    if (before <= this.#oldest) return;
    this.#pending.splice(0, before - this.#oldest);
    this.#oldest = before;
    this.#progressMs = this.#host.clock.nowMs();
    this.#sendNew();
  }

  /** The mate has begun anew, and wants nothing of what was for it before. Returns that. */
  clear(): readonly FailoverMessage[] {
    const messages = this.#pending.map(({ message }) => message);
    this.#oldest += messages.length;
    this.#unsent = this.#oldest;
    this.#pending = [];
    this.#watch();
    return messages;
  }

  /** The acknowledgement may come before the dispatch returns; then there is nothing to wait for. */
  #sendNew(): void {
    for (let next = this.#next; next; next = this.#next) {
      this.#unsent += 1;
      next.dispatch(this.#unsent - 1);
    }
    this.#watch();
  }

  get #next(): Posted | undefined {
    const at = this.#unsent - this.#oldest;
    return at < underWayAtMost ? this.#pending[at] : undefined;
  }

  /** There is a timer for as long as anything is pending. */
  #watch(): void {
    if (!this.empty) this.#resend ??= this.#host.clock.after(resendMs, () => this.#again());
    else {
      this.#resend?.();
      this.#resend = undefined;
    }
  }

  #again(): void {
    this.#resend = undefined;
    const patienceMs = Math.max(this.#host.holdMs(), leastAttempts * resendMs);
    if (this.#host.clock.nowMs() - this.#progressMs >= patienceMs) return this.#giveUp();
    const [first, last] = [this.#oldest, this.#unsent];
    const underWay = this.#pending.slice(0, last - first);
    for (const [at, one] of underWay.entries())
      if (first + at >= this.#oldest && !one.busy()) one.dispatch(first + at);
    this.#watch();
  }

  #giveUp(): void {
    this.#host.undelivered(this.clear());
  }
}
