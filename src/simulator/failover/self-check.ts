import type { FailureReason } from './history.ts';
import type { GroupParts } from './group-parts.ts';
import type { FailureCause } from '../message/failover-message.ts';
import type { Takeover } from './takeover.ts';

/** How often the service card is looked at: its failure is noticed within two seconds. */
export const cardPollMs = 2000;

/** What each cause is called: in the history of this unit, in that of its mate, and as the last failure. */
const words = {
  interfaces: {
    reason: 'Interface check',
    recovered: 'Interface check',
    asks: 'Other unit wants me Active',
    failure: 'Ifc Failure',
  },
  'service-card': {
    reason: 'Detected service card failure',
    recovered: 'Service card is up again',
    asks: 'Service card in other unit has failed',
    failure: 'Service card failure',
  },
} as const satisfies Record<FailureCause, Record<string, string>>;

/** Whether a group is fit on this unit, by its interfaces and by the unit's service card, and what follows from it. */
export class SelfCheck {
  readonly #parts: GroupParts;
  readonly #takeover: Takeover;

  constructor(parts: GroupParts, takeover: Takeover) {
    this.#parts = parts;
    this.#takeover = takeover;
  }

  /**
   * The standby unit marks itself failed («Configuring Failover Criteria»); the active one hands over, if its mate
   * can take over and is healthier.
   */
  weigh(): void {
    const { own } = this.#parts;
    const cause = this.#cause();
    if (!cause) return own.now === 'failed' ? this.#recover() : undefined;
    if (own.now === 'failed') own.failedBy = cause;
    if (own.now === 'standby-ready') {
      this.#note(cause);
      this.#change('failed', words[cause].reason);
    }
    if (own.now !== 'active' || this.#takeover.handingOver || !this.#mateIsHealthier(cause)) return;
    this.#note(cause);
    this.#takeover.handOver('failed', words[cause].reason, words[cause].asks);
  }

  #cause(): FailureCause | undefined {
    if (this.#parts.host.cardDown()) return 'service-card';
    return this.#parts.monitor.policyMet ? 'interfaces' : undefined;
  }

  #recover(): void {
    this.#change('standby-ready', words[this.#parts.own.failedBy ?? 'interfaces'].recovered);
  }

  /** The mate is told at once, not at the next poll. */
  #change(to: 'standby-ready' | 'failed', reason: string): void {
    this.#parts.own.enter(to, reason);
    this.#parts.voice.hello();
  }

  #mateIsHealthier(cause: FailureCause): boolean {
    const { id, mate, monitor } = this.#parts;
    const { state, failedInterfaces } = mate.group(id);
    if (!this.#parts.linkUsable() || !mate.alive || state !== 'standby-ready') return false;
    return cause === 'service-card' || failedInterfaces < monitor.failed;
  }

  #note(cause: FailureCause): void {
    const { own, host } = this.#parts;
    own.failedBy = cause;
    const failure: FailureReason = { reason: words[cause].failure, at: host.clock.wall() };
    own.history.ownFailure = failure;
  }
}
