import type { CableStatus } from '../fabric/serial/serial-socket.ts';
import type { FailoverHost } from './host.ts';

/**
 * What a unit makes of its failover cable: it reports what becomes of it, and needs no hold time for a mate whose
 * power it sees go.
 */
export class CableWatch {
  readonly #host: FailoverHost;
  readonly #powerLost: () => void;
  #seen: CableStatus | undefined;

  constructor(host: FailoverHost, powerLost: () => void) {
    this.#host = host;
    this.#powerLost = powerLost;
  }

  /** Only what is not as it should be is news to a unit that begins to look. */
  begin(): void {
    this.#seen = 'normal';
    this.look();
  }

  look(): void {
    const status = this.#host.medium.cable;
    if (status === this.#seen) return;
    this.#seen = status;
    if (status === undefined) return;
    this.#host.report((say) => say.cable[status]());
    if (status === 'other-side-powered-off') this.#powerLost();
  }
}
