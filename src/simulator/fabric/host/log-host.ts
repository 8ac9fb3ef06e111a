import type { Cancel } from '../../../clock.ts';
import type { UnitName } from '../../../pair/index.ts';
import { Listeners } from '../../ground/listeners.ts';
import type { Frame, LogLinkPacket, Mac, OwnPacket, PingPacket } from '../frame.ts';
import type { NetworkPort } from '../network-port.ts';

/** A unit wants a connection to log over, or asks after the one that it has, or ends it. */
export interface LogCall {
  readonly unit: UnitName;
  readonly address: string;
  readonly port: number;
  readonly wish: 'open' | 'close';
  /** May be said again whenever something becomes of the connection. */
  readonly answer: (step: 'accepted' | 'closed') => void;
}

/**
 * Everything else that there may be on a segment, as far as units log to it: it answers for each address that is
 * nobody's, and takes the system messages and the traps that come there; whoever logs by TCP is let in, unless
 * somebody stands for the host who sees to that. Where fover is said to listen, it answers to ping as well. It never
 * speaks first, nor to all, so no interface test hears it.
 */
export class LogHost {
  readonly #port: NetworkPort;
  readonly #mac: Mac;
  readonly #vlan: number | undefined;
  readonly #answersFor: (address: string, asker: string) => boolean;
  readonly #machines: readonly string[];
  readonly #arrived = new Listeners<OwnPacket>();
  readonly #doormen = new Set<(call: LogCall) => boolean>();

  constructor(
    port: NetworkPort,
    mac: Mac,
    vlan: number | undefined,
    answersFor: (address: string, asker: string) => boolean,
    machines: readonly string[] = [],
  ) {
    this.#port = port;
    this.#mac = mac;
    this.#vlan = vlan;
    this.#answersFor = answersFor;
    this.#machines = machines;
    port.onFrame((frame) => this.#take(frame));
    port.setLit(true);
  }

  onArrived(listener: (packet: OwnPacket) => void): Cancel {
    return this.#arrived.add(listener);
  }

  /** Lets `take` see to the connections of the hosts that it stands for; it says whether it stands for this one. */
  onCall(take: (call: LogCall) => boolean): Cancel {
    this.#doormen.add(take);
    return () => void this.#doormen.delete(take);
  }

  #take({ vlan, source, destination, packet }: Frame): void {
    if (vlan !== this.#vlan) return;
    const isNews = packet.carries === 'syslog' || packet.carries === 'trap';
    if (packet.carries === 'log-link' && destination === this.#mac) this.#called(packet, source);
    if (isNews && destination === this.#mac) this.#arrived.tell(packet);
    if (packet.carries === 'ping' && destination === this.#mac) this.#echo(packet, source);
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

  #echo(packet: PingPacket, asker: Mac): void {
    if (packet.reply || !this.#machines.includes(packet.to)) return;
    const reply = { ...packet, from: packet.to, to: packet.from, reply: true };
    this.#port.send({ source: this.#mac, destination: asker, vlan: this.#vlan, packet: reply });
  }

  #called({ step, unit, from, to, toPort }: LogLinkPacket, caller: Mac): void {
    const answer: LogCall['answer'] = (said) => {
      const packet = { carries: 'log-link', step: said, unit, from: to, to: from, toPort } as const;
      this.#port.send({ source: this.#mac, destination: caller, vlan: this.#vlan, packet });
    };
    const wish = step === 'open' ? 'open' : 'close';
    const call: LogCall = { unit, address: to, port: toPort, wish, answer };
    const isSeenTo = [...this.#doormen].some((take) => take(call));
    if (!isSeenTo && wish === 'open') answer('accepted');
  }
}
