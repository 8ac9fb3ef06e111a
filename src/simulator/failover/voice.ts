import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { FailoverHost } from './host.ts';
import type { InterfaceMonitor } from './interface-monitor.ts';
import type { FailoverMessage, Order } from './message.ts';
import type { UnitState } from './unit-state.ts';

/** Everything that a unit says to its mate, over the failover link and over the other interfaces. */
export class Voice {
  /** Updates over the state link, both ways. */
  readonly updates = { sent: 0, received: 0 };
  readonly #host: FailoverHost;
  readonly #state: UnitState;
  readonly #monitor: InterfaceMonitor;

  constructor(host: FailoverHost, state: UnitState, monitor: InterfaceMonitor) {
    this.#host = host;
    this.#state = state;
    this.#monitor = monitor;
  }

  /** The failover link, if one is configured. */
  get link(): InterfaceSettings | undefined {
    return this.#host.interfaces().find(({ purpose }) => purpose === 'failover');
  }

  hello(): void {
    const { box, burnedIn } = this.#host;
    this.tell({
      kind: 'hello',
      unit: this.#host.failover().unit,
      serial: box.serial,
      version: box.firmware,
      state: this.#state.now,
      term: this.#state.term,
      activeMs: this.#state.activeMs,
      burnedIn,
      interfaces: this.#monitor.readings(),
      failedInterfaces: this.#monitor.failed,
      failedBy: this.#state.now === 'failed' ? this.#state.failedBy : undefined,
      identity: this.#host.identity(),
      card: this.#host.card(),
    });
  }

  order(order: Order['order'], reason: string): void {
    this.tell({ kind: 'order', order, term: this.#state.term, reason });
  }

  /** Over the failover link; lost if it is down, as everything on a wire may be. */
  tell(message: FailoverMessage): void {
    const { link } = this;
    if (link) this.#host.send(link, message);
  }

  /** As `tell`, with the failover key of this moment: for a command that may change the key. */
  sealedTell(): (message: FailoverMessage) => void {
    const { link } = this;
    const { key } = this.#host.failover();
    return (message) => link && this.#host.send(link, message, { key });
  }

  interfaceHello(one: InterfaceSettings, asks: boolean): void {
    const { serial } = this.#host.box;
    this.#host.send(one, { kind: 'interface-hello', serial, nameif: one.nameif ?? '', asks });
  }

  /** The hello that goes out of every traffic interface at the interface poll time. */
  interfaceHellos(): void {
    for (const one of this.#host.interfaces()) if (one.purpose === 'traffic') this.interfaceHello(one, false);
  }

  /** Asks for a response on every interface, the failover interface included. */
  probe(): void {
    for (const one of this.#host.interfaces()) {
      if (one.purpose === 'traffic' || one.purpose === 'failover') this.interfaceHello(one, true);
    }
  }

  /** Keeps the state link in view, whether it has an interface of its own or shares another. */
  stateUpdate(): void {
    const { stateLink } = this.#host.failover();
    const over = this.#host
      .interfaces()
      .find(({ nameif }) => nameif !== undefined && nameif === stateLink?.nameif);
    if (!over) return;
    this.updates.sent += 1;
    this.#host.send(over, { kind: 'state-update', serial: this.#host.box.serial });
  }
}
