import type { Clock } from '../../clock.ts';
import type { UdpPacket } from '../fabric/frame.ts';

/** Idle connections are forgotten after two minutes, as `timeout udp 0:02:00` has it. */
const idleMs = 120_000;
/** Beyond so many, the idle ones are looked for. */
const crowd = 1000;

/** The connections through a unit, so that answers find their way back whatever the security levels. */
export class Connections {
  readonly #clock: Clock;
  readonly #seenMs = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get count(): number {
    this.#forgetIdle();
    return this.#seenMs.size;
  }

  /** True if the packet belongs to a connection, in either direction. */
  has(packet: UdpPacket): boolean {
    const nowMs = this.#clock.nowMs();
    for (const key of [forward(packet), backward(packet)]) {
      const seenMs = this.#seenMs.get(key);
      if (seenMs === undefined || nowMs - seenMs > idleMs) continue;
      this.#seenMs.set(key, nowMs);
      return true;
    }
    return false;
  }

  add(packet: UdpPacket): void {
    if (this.#seenMs.size > crowd) this.#forgetIdle();
    this.#seenMs.set(forward(packet), this.#clock.nowMs());
  }

  #forgetIdle(): void {
    const nowMs = this.#clock.nowMs();
    for (const [key, seenMs] of this.#seenMs) if (nowMs - seenMs > idleMs) this.#seenMs.delete(key);
  }
}

function forward(packet: UdpPacket): string {
  return `${packet.from}:${packet.fromPort}>${packet.to}:${packet.toPort}`;
}

function backward(packet: UdpPacket): string {
  return `${packet.to}:${packet.toPort}>${packet.from}:${packet.fromPort}`;
}
