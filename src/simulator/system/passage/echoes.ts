import type { Cancel, Clock } from '../../../clock.ts';
import type { InterfaceSettings } from '../../config/interface-settings.ts';
import type { PingPacket } from '../../fabric/frame.ts';

/** What asking for echoes needs of the unit. */
interface EchoHost {
  readonly clock: Clock;
  addressOf(one: InterfaceSettings): string;
}

interface Asked {
  readonly to: string;
  answered(): void;
}

/** Echo requests of the unit's own, by their numbers, and the replies to them. */
export class Echoes {
  readonly #host: EchoHost;
  readonly #send: (exit: InterfaceSettings, packet: PingPacket) => void;
  readonly #asked = new Map<number, Asked>();
  #sequence = 0;

  constructor(host: EchoHost, send: (exit: InterfaceSettings, packet: PingPacket) => void) {
    this.#host = host;
    this.#send = send;
  }

  /**
   * Asks an address once, out of each interface given. `done` hears, once and later than this, how many
   * milliseconds the reply took, or nothing if `waitMs` went by without one; unless it is cancelled before.
   */
  ask(
    exits: readonly InterfaceSettings[],
    to: string,
    waitMs: number,
    done: (tookMs?: number) => void,
  ): Cancel {
    const { clock } = this.#host;
    const sequence = (this.#sequence += 1);
    const sentMs = clock.nowMs();
    const isHere = exits.some((exit) => this.#host.addressOf(exit) === to);
    const forget = clock.after(isHere ? 0 : waitMs, () => {
      this.#asked.delete(sequence);
      done(isHere ? 0 : undefined);
    });
    const cancel = (): void => {
      forget();
      this.#asked.delete(sequence);
    };
    if (isHere) return cancel;
    const answered = (): void => {
      cancel();
      done(clock.nowMs() - sentMs);
    };
    this.#asked.set(sequence, { to, answered });
    for (const exit of exits)
      this.#send(exit, { carries: 'ping', from: this.#host.addressOf(exit), to, reply: false, sequence });
    return cancel;
  }

  /** A reply; one that nobody waits for, or not any more, is nothing. */
  take({ from, sequence }: PingPacket): void {
    const asked = sequence === undefined ? undefined : this.#asked.get(sequence);
    if (asked?.to === from) asked.answered();
  }
}
