import type { FailureReason } from './history.ts';
import type { FailoverHost } from './host.ts';
import type { InterfaceMonitor } from './interface-monitor.ts';
import type { Mate } from './mate.ts';
import type { FailureCause } from './message.ts';
import type { Takeover } from './takeover.ts';
import type { UnitState } from './unit-state.ts';
import type { Voice } from './voice.ts';

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

/** The parts of failover that a unit's view of itself touches. */
export interface SelfCheckParts {
  readonly host: FailoverHost;
  readonly own: UnitState;
  readonly mate: Mate;
  readonly voice: Voice;
  readonly monitor: InterfaceMonitor;
  readonly takeover: Takeover;
  /** True if the mate can be told over the failover link. */
  linkUsable(): boolean;
}

/** Whether this unit is fit, by its interfaces and by its service card, and what it does about it. */
export class SelfCheck {
  readonly #parts: SelfCheckParts;

  constructor(parts: SelfCheckParts) {
    this.#parts = parts;
  }

  /**
   * The standby unit marks itself failed («Configuring Failover Criteria»); the active one hands over, if its mate
   * can take over and is healthier.
   */
  weigh(): void {
    const { own, takeover } = this.#parts;
    const cause = this.#cause();
    if (!cause) return own.now === 'failed' ? this.#recover() : undefined;
    if (own.now === 'failed') own.failedBy = cause;
    if (own.now === 'standby-ready') {
      this.#note(cause);
      this.#change('failed', words[cause].reason);
    }
    if (own.now !== 'active' || takeover.handingOver || !this.#mateIsHealthier(cause)) return;
    this.#note(cause);
    takeover.handOver('failed', words[cause].reason, words[cause].asks);
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
    const { mate, monitor } = this.#parts;
    if (!this.#parts.linkUsable() || !mate.alive || mate.state !== 'standby-ready') return false;
    return cause === 'service-card' || mate.failedInterfaces < monitor.failed;
  }

  #note(cause: FailureCause): void {
    const { own, host } = this.#parts;
    own.failedBy = cause;
    const failure: FailureReason = { reason: words[cause].failure, at: host.clock.wall() };
    own.history.ownFailure = failure;
  }
}
