import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { SystemMessage } from '../syslog/system-message.ts';
import { lineProtocol } from '../syslog/unit-messages.ts';

/** What the telling of links needs of the unit. */
export interface InterfaceNewsHost {
  interfaces(): readonly InterfaceSettings[];
  linkUp(hardware: string): boolean;
  log(message: SystemMessage): void;
  /** Tells the SNMP stations. */
  notify(nameif: string, up: boolean): void;
  /** The failover link came up or went down while failover is on. */
  failoverLink(up: boolean): void;
}

/** System messages of interfaces whose line protocol comes and goes. */
export class InterfaceNews {
  readonly #host: InterfaceNewsHost;

  constructor(host: InterfaceNewsHost) {
    this.#host = host;
  }

  linkChanged(hardware: string, up: boolean): void {
    for (const { hardware: own, nameif, purpose } of this.#host.interfaces()) {
      if (own !== hardware || nameif === undefined) continue;
      this.#tell(nameif, up);
      if (purpose === 'failover') this.#host.failoverLink(up);
    }
  }

  /** «During switchover, failover logically shuts down and then brings up interfaces» (ASA 5580 guide, 13-46). */
  bounced(): void {
    const bounced = this.#host
      .interfaces()
      .filter((one) => one.purpose === 'traffic' && !one.shutdown && this.#host.linkUp(one.hardware));
    for (const up of [false, true]) for (const { nameif } of bounced) this.#tell(nameif ?? '', up);
  }

  #tell(nameif: string, up: boolean): void {
    this.#host.log(lineProtocol(nameif, up));
    this.#host.notify(nameif, up);
  }
}
