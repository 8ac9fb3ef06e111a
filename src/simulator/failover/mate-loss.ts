import type { FailoverGroup } from './failover-group.ts';
import type { FailoverHost } from './host.ts';
import type { FailoverLink } from './failover-link.ts';
import type { Mate } from './mate.ts';
import type { PartnerCheck } from './partner-check.ts';
import type { Reporter } from './reporter.ts';
import type { Settlement } from './settlement.ts';

/** What the loss of a mate touches of the unit. */
export interface LossParts {
  readonly host: FailoverHost;
  readonly mate: Mate;
  readonly link: FailoverLink;
  readonly partner: PartnerCheck;
  readonly reporter: Reporter;
  readonly settlement: Settlement;
  groups(): readonly FailoverGroup[];
  /** No hello is waited for any more: of a mate that was there, and of one that is searched for. */
  stopListening(): void;
  endSearch(): void;
}

/** What becomes of a unit that loses its mate, or the failover link to it. */
export class MateLoss {
  readonly #parts: LossParts;

  constructor(parts: LossParts) {
    this.#parts = parts;
  }

  /** Nothing was heard of the mate for the hold time, on any interface. */
  unheard(): void {
    const { reporter, link } = this.#parts;
    reporter.mateUnheard(link.usable);
    this.#lose();
  }

  /** The failover cable says so: at once, and to a unit that still searches as well. */
  powerless(): void {
    this.#parts.stopListening();
    if (this.#parts.mate.alive) this.#lose('No power detected from peer');
    this.#parts.endSearch();
  }

  /** The mate answers on another interface: no failover, and none until the failover link is back. */
  linkLost(): void {
    const { link, settlement } = this.#parts;
    link.lost();
    settlement.linkLost();
  }

  #lose(reason?: string): void {
    const { host, mate, partner, settlement } = this.#parts;
    if (mate.group(1).state === 'disabled') mate.forget();
    else mate.lose();
    partner.forget();
    for (const { own } of this.#parts.groups()) {
      own.history.mateFailure = { reason: 'Comm Failure', at: host.clock.wall() };
    }
    settlement.mateLost(reason);
  }
}
