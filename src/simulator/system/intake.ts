import type { Clock } from '../../clock.ts';
import type { FailoverConfig } from '../config/failover-settings.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { FailoverMessage } from '../failover/message.ts';
import { broadcastMac, type Frame, type Mac } from '../fabric/frame.ts';

/** What the intake of frames needs of the unit. */
export interface IntakeHost {
  readonly clock: Clock;
  interfaces(): readonly InterfaceSettings[];
  failover(): FailoverConfig;
  macOf(one: InterfaceSettings): Mac;
  /** True while the unit keeps off the networks. */
  holdsBack(): boolean;
  /** A message of the mate. */
  hear(over: InterfaceSettings, message: FailoverMessage): void;
  /** A frame for this unit or for everyone. */
  take(over: InterfaceSettings, frame: Frame): void;
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
    const host = this.#host;
    const one = host.interfaces().find(({ hardware, vlan }) => hardware === on && vlan === frame.vlan);
    if (!one || one.shutdown) return;
    if (frame.packet.carries === 'failover') {
      const { sealedWith, message, from } = frame.packet;
      const isLink = one.purpose === 'failover' || one.purpose === 'state';
      // Two units of one designation have the same address on the link, and never hear each other.
      if (isLink && from !== this.#mateAddress(one)) return;
      if (isLink && sealedWith !== host.failover().key) this.#complain();
      else host.hear(one, message);
      return;
    }
    const isForUs = frame.destination === broadcastMac || frame.destination === host.macOf(one);
    if (isForUs && !host.holdsBack()) host.take(one, frame);
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
