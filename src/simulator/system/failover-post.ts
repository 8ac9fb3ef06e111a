import type { Cancel, Clock } from '../../clock.ts';
import type { FailoverConfig } from '../config/failover-settings.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { FailoverMessage } from '../failover/message.ts';
import { broadcastMac, type FailoverPacket, type Mac, type Packet } from '../fabric/frame.ts';

/** What repeats itself and may overtake and be lost; everything else is worth having in order, and once. */
const unordered: readonly FailoverMessage['kind'][] = ['hello', 'interface-hello', 'state-update'];

/** How long what came early waits for what is missing; the guide wants links of 250 ms at most (5580, 13-12). */
const longestGapMs = 1000;
/** So many wait at most. */
const mostHeld = 256;

/** What the post needs of the unit. */
export interface PostHost {
  readonly clock: Clock;
  failover(): FailoverConfig;
  addressOf(one: InterfaceSettings): string;
  /** The execution space behind an interface. */
  readonly spaces: {
    of(one: InterfaceSettings): { transmit(over: InterfaceSettings, to: Mac, packet: Packet): void };
  };
}

/**
 * Messages of one unit to its mate, and back: numbered where they go out, so that duplicates are dropped and what was
 * overtaken is put right where they come in. What is lost is lost.
 */
export class FailoverPost {
  readonly #host: PostHost;
  readonly #boot: number;
  #sent = 0;
  readonly #held = new Map<number, () => void>();
  #theirBoot: number | undefined;
  #expected = 0;
  #giveUp: Cancel | undefined;

  constructor(host: PostHost) {
    this.#host = host;
    this.#boot = host.clock.nowMs();
  }

  send(over: InterfaceSettings, message: FailoverMessage, seal?: { readonly key: string | undefined }): void {
    const isLink = over.purpose === 'failover' || over.purpose === 'state';
    this.#host.spaces.of(over).transmit(over, broadcastMac, {
      carries: 'failover',
      from: this.#host.addressOf(over),
      sealedWith: isLink ? (seal ?? this.#host.failover()).key : undefined,
      inOrder: unordered.includes(message.kind) ? undefined : { boot: this.#boot, number: this.#sent++ },
      message,
    });
  }

  /** Calls `deliver` when it is the turn of the packet: at once, in a while, or never for a duplicate. */
  take({ inOrder }: FailoverPacket, deliver: () => void): void {
    if (!inOrder) return deliver();
    const { boot, number } = inOrder;
    if (boot !== this.#theirBoot) this.#startAt(boot, number);
    if (number < this.#expected) return;
    this.#held.set(number, deliver);
    this.#drain();
    if (this.#held.size > mostHeld) this.#skip();
    else if (this.#held.size > 0) this.#giveUp ??= this.#host.clock.after(longestGapMs, () => this.#skip());
  }

  /** A mate that booted begins anew; a mate that was there before us is listened to from here on. */
  #startAt(boot: number, number: number): void {
    this.#theirBoot = boot;
    this.#expected = number;
    this.#held.clear();
    this.#settle();
  }

  #drain(): void {
    for (let next = this.#held.get(this.#expected); next; next = this.#held.get(this.#expected)) {
      this.#held.delete(this.#expected);
      this.#expected += 1;
      next();
    }
    if (this.#held.size === 0) this.#settle();
  }

  #skip(): void {
    this.#settle();
    this.#expected = Math.min(...this.#held.keys());
    this.#drain();
    if (this.#held.size > 0) this.#giveUp ??= this.#host.clock.after(longestGapMs, () => this.#skip());
  }

  #settle(): void {
    this.#giveUp?.();
    this.#giveUp = undefined;
  }
}
