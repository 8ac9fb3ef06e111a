import type { Cancel } from '../../clock.ts';
import { Listeners } from '../listeners.ts';
import { type Frame, type Mac, type OwnPacket } from './frame.ts';
import type { NetworkPort } from './network-port.ts';

/**
 * Everything else that there may be on a segment, as far as units log to it: it answers for each address that is
 * nobody's, and takes the system messages and the traps that come there. It never speaks first, so no interface test hears it.
 */
export class LogHost {
  readonly #port: NetworkPort;
  readonly #mac: Mac;
  readonly #vlan: number | undefined;
  readonly #answersFor: (address: string, asker: string) => boolean;
  readonly #arrived = new Listeners<OwnPacket>();

  constructor(
    port: NetworkPort,
    mac: Mac,
    vlan: number | undefined,
    answersFor: (address: string, asker: string) => boolean,
  ) {
    this.#port = port;
    this.#mac = mac;
    this.#vlan = vlan;
    this.#answersFor = answersFor;
    port.onFrame((frame) => this.#take(frame));
    port.setLit(true);
  }

  onArrived(listener: (packet: OwnPacket) => void): Cancel {
    return this.#arrived.add(listener);
  }

  #take({ vlan, destination, packet }: Frame): void {
    if (vlan !== this.#vlan) return;
    const isNews = packet.carries === 'syslog' || packet.carries === 'trap';
    if (isNews && destination === this.#mac) this.#arrived.tell(packet);
    if (packet.carries !== 'arp' || packet.operation !== 'request') return;
    if (packet.senderIp === packet.targetIp || !this.#answersFor(packet.targetIp, packet.senderIp)) return;
    const reply = {
      carries: 'arp',
      operation: 'reply',
      senderMac: this.#mac,
      senderIp: packet.targetIp,
      targetIp: packet.senderIp,
    } as const;
    this.#port.send({ source: this.#mac, destination: packet.senderMac, vlan: this.#vlan, packet: reply });
  }
}
