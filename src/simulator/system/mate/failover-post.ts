import type { Clock } from '../../../clock.ts';
import type { FailoverConfig } from '../../config/failover-settings.ts';
import type { InterfaceSettings } from '../../config/interface-settings.ts';
import type { UnitTraits } from '../../defect/unit-traits.ts';
import { broadcastMac, type Mac, type Packet } from '../../fabric/frame.ts';
import type { Letter, Postmark, Road } from '../../message/letter.ts';
import type { FailoverMessage } from '../../message/failover-message.ts';
import { Inbox } from './inbox.ts';
import { Outbox } from './outbox.ts';

/** What repeats itself and may overtake and be lost; everything else is worth having in order, and once. */
const unordered: readonly FailoverMessage['kind'][] = ['hello', 'acknowledgement'];

/** What the post needs of the unit. */
export interface PostHost {
  readonly clock: Clock;
  readonly box: { readonly traits: Pick<UnitTraits, 'says'> };
  failover(): Pick<FailoverConfig, 'unitHoldMs' | 'key'>;
  addressOf(one: InterfaceSettings): string;
  /** The execution space behind an interface. */
  readonly spaces: {
    of(one: InterfaceSettings): { transmit(over: InterfaceSettings, to: Mac, packet: Packet): void };
  };
  readonly process: { undelivered(messages: readonly FailoverMessage[]): void };
}

/**
 * Messages of one unit to its mate, and back. Those over the failover link or cable are marked where they go out;
 * where they come in, duplicates are dropped, what was overtaken is put right, and what was lost is sent again. Every
 * message acknowledges all that came before it; where none is on its way back, one is sent that does nothing else.
 */
export class FailoverPost {
  readonly #host: PostHost;
  readonly #boot: number;
  readonly #out: Outbox;
  readonly #in = new Inbox();
  #theirBoot: number | undefined;
  /** What the latest message has acknowledged; nothing, since something came that is to be acknowledged. */
  #acknowledged: number | undefined;

  constructor(host: PostHost) {
    this.#host = host;
    this.#boot = host.clock.nowMs();
    this.#out = new Outbox({
      clock: host.clock,
      holdMs: () => host.failover().unitHoldMs,
      undelivered: (messages) => host.process.undelivered(messages),
    });
  }

  /** Something that has to arrive is not known to have arrived yet. */
  get busy(): boolean {
    return !this.#out.empty;
  }

  /** Over any interface, without a mark: a hello of that interface, or an update that counts for itself. */
  tell(over: InterfaceSettings, message: FailoverMessage): void {
    for (const said of this.#host.box.traits.says(message)) this.#put(over, { message: said });
  }

  /** The way over an interface; sealed with the failover key that is configured then, or with the one given. */
  over(one: InterfaceSettings, seal?: { readonly key: string | undefined }): Road {
    return { busy: false, send: (letter) => this.#put(one, letter, seal) };
  }

  /** To the mate, over the failover link or cable. */
  send(message: FailoverMessage, road: Road): void {
    for (const said of this.#host.box.traits.says(message)) {
      const dispatch = (number?: number): void => this.#dispatch(said, road, number);
      if (unordered.includes(said.kind)) dispatch();
      else this.#out.post({ message: said, dispatch, busy: () => road.busy });
    }
  }

  /** Calls `deliver` when it is the turn of what came: at once, in a while, or never. The way back is by `road`. */
  take({ message, mark }: Letter, road: Road, deliver: () => void): void {
    const isCurrent = this.#isCurrent(mark);
    if (isCurrent && mark.to === this.#boot) this.#out.acknowledged(mark.has);
    if (isCurrent) this.#in.giveUpBefore(mark.oldest);
    if (message.kind === 'acknowledgement') return;
    if (mark.number === undefined) return deliver();
    if (!isCurrent) return;
    this.#acknowledged = undefined;
    this.#in.take(mark.number, deliver);
    if (this.#acknowledged !== this.#in.has) this.#dispatch({ kind: 'acknowledgement' }, road);
  }

  /** False for what is of an earlier boot of the mate, or was for one of this unit. */
  #isCurrent({ boot, to, oldest }: Postmark): boolean {
    if (boot < (this.#theirBoot ?? boot)) return false;
    if (boot !== this.#theirBoot) {
      // A mate that boots takes the whole configuration: nothing that it was told before counts.
      if (this.#theirBoot !== undefined) this.#out.clear();
      this.#theirBoot = boot;
      this.#in.begin(oldest);
    }
    return to === undefined || to === this.#boot;
  }

  #dispatch(message: FailoverMessage, road: Road, number?: number): void {
    const [has, { oldest }] = [this.#in.has, this.#out];
    this.#acknowledged = has;
    road.send({ message, mark: { boot: this.#boot, to: this.#theirBoot, has, oldest, number } });
  }

  #put(over: InterfaceSettings, what: Pick<Letter, 'message'> & Partial<Letter>, seal?: Seal): void {
    const isLink = over.purpose === 'failover' || over.purpose === 'state';
    this.#host.spaces.of(over).transmit(over, broadcastMac, {
      carries: 'failover',
      from: this.#host.addressOf(over),
      sealedWith: isLink ? (seal ?? this.#host.failover()).key : undefined,
      ...what,
    });
  }
}

interface Seal {
  readonly key: string | undefined;
}
