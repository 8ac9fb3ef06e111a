import type { Clock } from '../../../clock.ts';
import type { FailoverConfig } from '../../config/failover-settings.ts';
import type { InterfaceSettings } from '../../config/interface-settings.ts';
import type { FailoverMessage } from '../../message/failover-message.ts';
import { broadcastMac, type FailoverPacket, type Frame, type Mac } from '../../fabric/frame.ts';
import type { FailoverPost } from './failover-post.ts';

/** The execution space behind an interface, as the intake needs it. */
export interface IntakeSpace {
  readonly standing: { readonly holdsBack: boolean };
  take(over: InterfaceSettings, frame: Frame): void;
  addressOf(one: InterfaceSettings): string;
  macOf(one: InterfaceSettings): Mac;
}

/** What the intake of frames needs of the unit. */
export interface IntakeHost {
  readonly clock: Clock;
  interfaces(): readonly InterfaceSettings[];
  failover(): FailoverConfig;
  spaceOf(one: InterfaceSettings): IntakeSpace;
  readonly post: FailoverPost;
  /** A message of the mate. */
  hear(over: InterfaceSettings, message: FailoverMessage): void;
  /** A message that could not be decrypted came in. */
  complain(): void;
}

/** Not more often than this does a unit complain about messages that it cannot decrypt. */
const complainEveryMs = 10_000;

/** What becomes of a frame that a card has received. */
export class Intake {
  readonly #host: IntakeHost;
  #complainedMs = Number.NEGATIVE_INFINITY;

  constructor(host: IntakeHost) {
    this.#host = host;
  }

  take(on: string, frame: Frame): void {
    const sharing = this.#host
      .interfaces()
      .filter((one) => one.hardware === on && one.vlan === frame.vlan && one.purpose !== 'none');
    for (const one of sharing) {
      if (one.shutdown) continue;
      if (frame.packet.carries === 'failover') this.#hear(one, frame.packet);
      else if (this.#isFor(one, frame, sharing.length > 1)) this.#pass(one, frame);
    }
  }

  #hear(one: InterfaceSettings, packet: FailoverPacket): void {
    const { sealedWith, message, mark, from } = packet;
    const isLink = one.purpose === 'failover' || one.purpose === 'state';
    // Two units of one designation have the same address on the link, and never hear each other.
    if (isLink && from !== this.#mateAddress(one)) return;
    // Contexts that share an interface hear each other's mates there as well.
    if (message.kind === 'interface-hello' && message.context !== one.context) return;
    if (isLink && sealedWith !== this.#host.failover().key) this.#complain();
    else if (!mark) this.#host.hear(one, message);
    else {
      const { post } = this.#host;
      post.take({ message, mark }, post.over(one), () => this.#host.hear(one, message));
    }
  }

  /**
   * The classifier: a frame for everyone is for each context, another for the one whose MAC address it has. Where
   * contexts share an interface and its address, the destination address of the packet decides.
   */
  #isFor(one: InterfaceSettings, { destination, packet }: Frame, isShared: boolean): boolean {
    const space = this.#host.spaceOf(one);
    if (one.bridge !== undefined || destination === broadcastMac) return true;
    if (destination !== space.macOf(one)) return false;
    if (!isShared || packet.carries === 'arp' || packet.carries === 'failover') return true;
    const others = this.#host
      .interfaces()
      .filter((other) => other !== one && other.hardware === one.hardware && other.vlan === one.vlan);
    const isUnique = others.every((other) => this.#host.spaceOf(other).macOf(other) !== destination);
    return isUnique || !('to' in packet) || packet.to === space.addressOf(one);
  }

  #pass(one: InterfaceSettings, frame: Frame): void {
    const space = this.#host.spaceOf(one);
    if (!space.standing.holdsBack) space.take(one, frame);
  }

  #mateAddress(link: InterfaceSettings): string {
    return (this.#host.failover().unit === 'primary' ? link.standby : link.active) ?? '0.0.0.0';
  }

  #complain(): void {
    const nowMs = this.#host.clock.nowMs();
    if (!this.#host.failover().on || nowMs - this.#complainedMs < complainEveryMs) return;
    this.#complainedMs = nowMs;
    this.#host.complain();
  }
}
