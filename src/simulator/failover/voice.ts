import type { GroupId } from '../../pair/index.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { FailoverHost } from './host.ts';
import type {
  FailoverMessage,
  GroupOrder,
  GroupReading,
  InterfaceReading,
  UnitOrder,
} from '../message/failover-message.ts';

/** What a hello says of each failover group. */
export interface Spoken {
  reading(): GroupReading;
  interfaces(): readonly InterfaceReading[];
}

/** Everything that a unit says to its mate, over the failover link and over the other interfaces. */
export class Voice {
  readonly #host: FailoverHost;
  readonly #groups: () => readonly Spoken[];

  constructor(host: FailoverHost, groups: () => readonly Spoken[]) {
    this.#host = host;
    this.#groups = groups;
  }

  hello(): void {
    const { box, burnedIn } = this.#host;
    this.tell({
      kind: 'hello',
      unit: this.#host.failover().unit,
      serial: box.serial,
      version: box.firmware,
      groups: this.#groups().map((group) => group.reading()),
      burnedIn,
      interfaces: this.#groups().flatMap((group) => group.interfaces()),
      identity: this.#host.identity(),
      card: this.#host.card(),
    });
  }

  order(group: GroupId, order: GroupOrder['order'], reason: string, because?: string): void {
    this.tell({ kind: 'group-order', group, order, reason, because });
  }

  orderUnit(order: UnitOrder['order'], reason: string): void {
    this.tell({ kind: 'unit-order', order, reason });
  }

  /** Over the failover link or cable. */
  tell(message: FailoverMessage): void {
    this.#host.medium.line?.send(message);
  }

  /** As `tell`, with the failover key of this moment: for a command that may change the key. */
  sealedTell(): (message: FailoverMessage) => void {
    return this.#host.medium.line?.sealed() ?? (() => undefined);
  }

  interfaceHello(one: InterfaceSettings, asks: boolean): void {
    if (!carriesHellos(one)) return;
    const { serial } = this.#host.box;
    const { nameif = '', context } = one;
    this.#host.send(one, { kind: 'interface-hello', serial, nameif, context, asks });
  }

  /** The hello that goes out of every traffic interface of a group at its interface poll time. */
  interfaceHellos(group: GroupId): void {
    for (const one of this.#host.interfaces()) {
      if (one.purpose === 'traffic' && one.group === group) this.interfaceHello(one, false);
    }
  }

  /** Asks for a response on every interface, the failover interface included. */
  probe(): void {
    for (const one of this.#host.interfaces()) {
      if (one.purpose === 'traffic' || one.purpose === 'failover') this.interfaceHello(one, true);
    }
  }
}

/**
 * Hellos go from the address of one unit to that of the other: without a standby address there are none, and monitoring
 * remains `(Waiting)` (document 77809, «View of Monitored Interfaces»).
 */
export function carriesHellos({ active, standby }: InterfaceSettings): boolean {
  return active !== undefined && standby !== undefined;
}
