import type { Clock } from '../../clock.ts';
import type { ConfigTree } from '../config/config-tree.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import { inSameSubnet } from '../fabric/address.ts';
import {
  type ArpPacket,
  broadcastMac,
  type Frame,
  type Mac,
  type Packet,
  type SyslogPacket,
  type UdpPacket,
} from '../fabric/frame.ts';
import type { SystemMessage } from '../syslog/system-message.ts';
import { arpCollision } from '../syslog/unit-messages.ts';
import { mayConnect } from './access.ts';
import { Connections } from './connections.ts';
import { nextHop } from './next-hop.ts';
import { Neighbours } from './neighbours.ts';

/** What packet forwarding needs of the unit that it runs on. */
export interface ForwardingHost {
  readonly clock: Clock;
  readonly config: ConfigTree;
  /** Whether traffic passes through the unit now. */
  readonly forwards: boolean;
  interfaces(): readonly InterfaceSettings[];
  addressOf(one: InterfaceSettings): string;
  macOf(one: InterfaceSettings): Mac;
  transmit(over: InterfaceSettings, destination: Mac, packet: Packet): void;
  log(message: SystemMessage): void;
}

/** Packets through a unit, and those for the unit itself: ARP, ping, and UDP from one interface to another. */
export class Forwarding {
  readonly connections: Connections;
  readonly #host: ForwardingHost;
  readonly #neighbours: Neighbours<UdpPacket | SyslogPacket>;

  constructor(host: ForwardingHost) {
    this.#host = host;
    this.connections = new Connections(host.clock);
    this.#neighbours = new Neighbours(host.clock);
  }

  /** A frame that is addressed to this unit, or to everyone, at `over`. */
  take(over: InterfaceSettings, frame: Frame): void {
    const { packet } = frame;
    if (packet.carries === 'arp') this.#takeArp(over, packet);
    else if (packet.carries === 'udp') this.#forward(over, packet);
    else if (packet.carries === 'ping' && !packet.reply && packet.to === this.#host.addressOf(over)) {
      const reply = { carries: 'ping', from: packet.to, to: packet.from, reply: true } as const;
      this.#host.transmit(over, frame.source, reply);
    }
  }

  /** Tells the segment which MAC address answers for the unit's address: gratuitous ARP. */
  sayAddress(one: InterfaceSettings): void {
    const address = this.#host.addressOf(one);
    if (address !== '0.0.0.0') this.askFor(one, address);
  }

  askFor(one: InterfaceSettings, targetIp: string): void {
    this.#host.transmit(one, broadcastMac, this.#arp(one, 'request', targetIp));
  }

  pingEveryone(one: InterfaceSettings): void {
    const from = this.#host.addressOf(one);
    this.#host.transmit(one, broadcastMac, { carries: 'ping', from, to: '255.255.255.255', reply: false });
  }

  /** Sends something of the unit's own out of an interface, through a gateway if it has to. */
  sendOwn(exit: InterfaceSettings, packet: SyslogPacket): void {
    this.#send(exit, packet);
  }

  /** Asks where an address is, or the gateway to it, if that is not known. */
  lookFor(exit: InterfaceSettings, address: string): void {
    const next = nextHop(this.#host.config, exit, address);
    if (this.#neighbours.macOf(exit.nameif ?? '', next) === undefined) this.askFor(exit, next);
  }

  /** The neighbours on an interface, the most recently acquired first. */
  recentNeighbours(one: InterfaceSettings): readonly string[] {
    return this.#neighbours.recent(one.nameif ?? '');
  }

  #arp(one: InterfaceSettings, operation: ArpPacket['operation'], targetIp: string): ArpPacket {
    const senderMac = this.#host.macOf(one);
    return { carries: 'arp', operation, senderMac, senderIp: this.#host.addressOf(one), targetIp };
  }

  #takeArp(over: InterfaceSettings, packet: ArpPacket): void {
    const own = { address: this.#host.addressOf(over), mac: this.#host.macOf(over) };
    if (packet.senderIp === own.address && packet.senderMac !== own.mac)
      this.#host.log(arpCollision(packet.operation, packet.senderMac, own, over.nameif ?? ''));
    const waiting = this.#neighbours.learn(over.nameif ?? '', packet.senderIp, packet.senderMac);
    for (const one of waiting) this.#send(over, one);
    const isGratuitous = packet.senderIp === packet.targetIp;
    const asksUs = packet.operation === 'request' && packet.targetIp === this.#host.addressOf(over);
    if (asksUs && !isGratuitous) {
      this.#host.transmit(over, packet.senderMac, this.#arp(over, 'reply', packet.senderIp));
    }
  }

  #forward(entry: InterfaceSettings, packet: UdpPacket): void {
    if (!this.#host.forwards) return;
    const exit = this.#host
      .interfaces()
      .find((one) => one.purpose === 'traffic' && inSameSubnet(one.active ?? '', packet.to, one.mask ?? ''));
    if (!exit || exit === entry || exit.shutdown) return;
    if (!this.connections.has(packet)) {
      if (!mayConnect(this.#host.config, entry, exit, packet)) return;
      this.connections.add(packet);
    }
    this.#send(exit, packet);
  }

  #send(exit: InterfaceSettings, packet: UdpPacket | SyslogPacket): void {
    const nameif = exit.nameif ?? '';
    const next = nextHop(this.#host.config, exit, packet.to);
    const mac = this.#neighbours.macOf(nameif, next);
    if (mac !== undefined) this.#host.transmit(exit, mac, packet);
    else if (this.#neighbours.await(nameif, next, packet)) this.askFor(exit, next);
  }
}
