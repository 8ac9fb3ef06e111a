import type { Cancel, Clock } from '../../../clock.ts';
import { inSameSubnet } from '../../ground/address.ts';
import { Listeners } from '../../ground/listeners.ts';
import { type ArpPacket, broadcastIp, broadcastMac, type Frame, type Mac, type UdpPacket } from '../frame.ts';
import { HostErrands } from './host-errands.ts';
import { hashOf } from '../../ground/random.ts';
import type { NetworkPort } from '../network-port.ts';
import type { IkePacket, TunnelPacket } from '../dealing-packets.ts';
import type { TcpPacket } from '../tcp-packet.ts';
import { TcpStack } from './tcp-stack.ts';

/** How many packets wait for the address of the gateway, or of a neighbour, before the oldest is lost. */
const longestQueue = 32;
const askAgainMs = 1000;

/** What goes to an address beyond the segment. */
type Routed = UdpPacket | TcpPacket | IkePacket | TunnelPacket;

/**
 * A plain host beside the pair: one address, one gateway, an ARP table that follows whatever gratuitous ARP says
 * last. It does not know that there are two units.
 */
export class TrafficHost {
  readonly address: string;
  /** The connections of this host. */
  readonly tcp: TcpStack;
  /** What it does with the firewall itself. */
  readonly errands: HostErrands;
  readonly #mac: Mac;
  readonly #gateway: string;
  readonly #mask: string;
  readonly #vlan: number | undefined;
  readonly #port: NetworkPort;
  readonly #clock: Clock;
  readonly #arp = new Map<string, Mac>();
  readonly #waiting: Routed[] = [];
  readonly #arrived = new Listeners<UdpPacket>();
  #asking = false;
  #upstream: TrafficHost | undefined;

  constructor(
    clock: Clock,
    port: NetworkPort,
    host: {
      readonly address: string;
      readonly gateway: string;
      readonly mask: string;
      readonly mac: Mac;
      readonly vlan?: number | undefined;
    },
  ) {
    this.#clock = clock;
    this.#port = port;
    this.address = host.address;
    this.#gateway = host.gateway;
    this.#mask = host.mask;
    this.#mac = host.mac;
    this.#vlan = host.vlan;
    this.tcp = new TcpStack(clock, host.address, (packet) => this.#route(packet));
    this.errands = new HostErrands(
      {
        ...host,
        route: (packet) => this.#route(packet),
        broadcast: (packet) =>
          port.send({ source: host.mac, destination: broadcastMac, vlan: host.vlan, packet }),
      },
      hashOf(host.mac),
    );
    port.onFrame((frame) => this.#take(frame));
    port.setLit(true);
  }

  /** Sends a datagram; from the port that it goes to, if no other is given. */
  send(to: string, toPort: number, bytes: Uint8Array, fromPort = toPort): void {
    this.#route({ carries: 'udp', from: this.address, to, fromPort, toPort, bytes });
  }

  onArrived(listener: (packet: UdpPacket) => void): Cancel {
    return this.#arrived.add(listener);
  }

  /** What this host sends leaves by way of another one from now on: routing upstream is not symmetric. */
  divert(through: TrafficHost): void {
    this.#upstream = through;
  }

  /** To a neighbour or through the gateway; lost if nobody answers for that address. */
  #route(packet: Routed): void {
    if (this.#upstream) return this.#upstream.#route(packet);
    if (this.#arp.has(this.#nextHop(packet))) return this.#forward(packet);
    this.#waiting.push(packet);
    if (this.#waiting.length > longestQueue) this.#waiting.shift();
    if (!this.#asking) this.#ask();
  }

  #forward(packet: Routed): void {
    const destination = this.#arp.get(this.#nextHop(packet));
    if (destination) this.#port.send({ source: this.#mac, destination, vlan: this.#vlan, packet });
  }

  #nextHop({ to }: Routed): string {
    return inSameSubnet(this.address, to, this.#mask) ? to : this.#gateway;
  }

  #ask(): void {
    for (const hop of new Set(this.#waiting.map((packet) => this.#nextHop(packet))))
      this.#sendArp('request', hop, broadcastMac);
    this.#asking = true;
    this.#clock.after(askAgainMs, () => {
      this.#asking = false;
      if (this.#waiting.length > 0) this.#ask();
    });
  }

  #take(frame: Frame): void {
    if (frame.vlan !== this.#vlan) return;
    if (frame.destination !== this.#mac && frame.destination !== broadcastMac) return;
    const { packet } = frame;
    if (packet.carries === 'arp') this.#learn(packet);
    else if (packet.carries === 'udp' && this.#isFor(packet.to)) this.#arrived.tell(packet);
    else if (packet.carries === 'tcp' && packet.to === this.address) this.tcp.take(packet);
    else if (packet.carries === 'ping' && !packet.reply && [this.address, broadcastIp].includes(packet.to)) {
      const reply = { ...packet, from: this.address, to: packet.from, reply: true } as const;
      this.#port.send({ source: this.#mac, destination: frame.source, vlan: this.#vlan, packet: reply });
    } else if (packet.carries === 'ike' || packet.carries === 'dhcp') this.errands.take(packet);
  }

  #isFor(address: string): boolean {
    return address === this.address || this.errands.isBehind(address);
  }

  #learn(packet: ArpPacket): void {
    this.#arp.set(packet.senderIp, packet.senderMac);
    if (packet.operation === 'request' && packet.targetIp === this.address) {
      this.#sendArp('reply', packet.senderIp, packet.senderMac);
    }
    for (const waiting of this.#waiting.splice(0)) {
      if (this.#arp.has(this.#nextHop(waiting))) this.#forward(waiting);
      else this.#waiting.push(waiting);
    }
  }

  #sendArp(operation: 'request' | 'reply', targetIp: string, destination: Mac): void {
    const packet = {
      carries: 'arp',
      operation,
      senderMac: this.#mac,
      senderIp: this.address,
      targetIp,
    } as const;
    this.#port.send({ source: this.#mac, destination, vlan: this.#vlan, packet });
  }
}
