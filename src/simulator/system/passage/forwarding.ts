import type { Cancel, Clock } from '../../../clock.ts';
import type { ConfigTree } from '../../config/config-tree.ts';
import type { InterfaceSettings } from '../../config/interface-settings.ts';
import {
  type ArpPacket,
  broadcastIp,
  broadcastMac,
  type Frame,
  type Mac,
  type OwnPacket,
  type Packet,
  type PingPacket,
} from '../../fabric/frame.ts';
import type { DealingPacket } from '../../fabric/dealing-packets.ts';
import { tornDown } from '../../syslog/connection-messages.ts';
import type { SystemMessage } from '../../syslog/system-message.ts';
import { arpCollision } from '../../syslog/unit-messages.ts';
import type { FlowPacket, Found } from '../state/connections.ts';
import { FlowOpening, type Way } from './flow-opening.ts';
import { CutThrough } from './cut-through.ts';
import { Dealings } from './dealings.ts';
import { Echoes } from './echoes.ts';
import { Inspections } from './inspections.ts';
import { exitsTo, nextHop } from './next-hop.ts';
import { Neighbours } from '../state/neighbours.ts';
import { perRevision } from '../../config/per-revision.ts';
import type { LogicalUpdate, StateEntry } from '../../message/state-entry.ts';
import { StateTables } from '../state/state-tables.ts';
import { isClosing, isUp, progress } from '../state/tcp-progress.ts';
import { type Timeouts, timeouts } from '../state/timeouts.ts';
import { Translations } from './translations.ts';

/** What packet forwarding needs of the unit that it runs on. */
export interface ForwardingHost {
  readonly clock: Clock;
  readonly config: ConfigTree;
  /** Whether access lists speak of the addresses that hosts have themselves. */
  readonly realAddresses: boolean;
  /** Whether new connections are denied, whatever they are. */
  readonly deniesNew: boolean;
  /** Whether traffic passes through the unit now. */
  readonly forwards: boolean;
  interfaces(): readonly InterfaceSettings[];
  addressOf(one: InterfaceSettings): string;
  macOf(one: InterfaceSettings): Mac;
  transmit(over: InterfaceSettings, destination: Mac, packet: Packet): void;
  log(message: SystemMessage): void;
  /** False if the unit has no memory for a connection beside so many. */
  hasRoom(connections: number): boolean;
  /** Gives a packet of no known connection to where its connection is known; false if that is nowhere. */
  restoreStray(entry: InterfaceSettings, packet: FlowPacket): boolean;
  /** Something became of an entry of the state tables. */
  replicate(change: LogicalUpdate['change'], entry: StateEntry): void;
}

/** What goes out by way of a neighbour, and may have to wait for its MAC address. */
type Routed = FlowPacket | OwnPacket | PingPacket;

/** Packets through a unit, and those for the unit itself: ARP, ping, and connections from one interface to another. */
export class Forwarding {
  /** What is known of the connections that pass, and of their hosts. */
  readonly tables: StateTables;
  readonly #host: ForwardingHost;
  readonly #neighbours: Neighbours<Routed>;
  readonly #translations: Translations;
  readonly #opening: FlowOpening;
  readonly #timeouts: () => Timeouts;
  readonly #inspections: Inspections;
  readonly #dealings: Dealings;
  readonly #cutThrough: CutThrough;
  readonly #echoes: Echoes;

  constructor(host: ForwardingHost) {
    this.#host = host;
    this.#timeouts = perRevision(host.config, () => timeouts(host.config));
    const { clock } = host;
    this.tables = new StateTables(
      {
        clock,
        hasRoom: () => host.hasRoom(this.tables.connections.size),
        replicate: (change, entry) => this.#becameOf(change, entry),
      },
      (connection) => this.#translations.release(connection),
    );
    this.#neighbours = new Neighbours(clock, this.tables.neighbours);
    this.#translations = new Translations(host, this.tables.translations);
    this.#inspections = new Inspections(host, this.tables);
    this.#opening = new FlowOpening(host, this.tables, this.#translations, this.#inspections);
    this.#dealings = new Dealings(host, this.tables);
    this.#cutThrough = new CutThrough(host, this.tables, (exit, packet) => this.#send(exit, packet));
    this.#echoes = new Echoes(host, (exit, packet) => this.#send(exit, packet));
  }

  /** A frame that is addressed to this unit, or to everyone, at `over`. */
  take(over: InterfaceSettings, frame: Frame): void {
    const { packet } = frame;
    if (packet.carries === 'arp') this.#takeArp(over, packet);
    else if (packet.carries === 'udp' || packet.carries === 'tcp') this.#forward(over, packet);
    else if (packet.carries === 'ping') this.#takePing(over, frame.source, packet);
    else if (isDealing(packet) && this.#host.forwards) {
      const inner = this.#dealings.take(over, frame.source, packet);
      if (inner) this.#forward(over, inner, { tunnelled: true });
    }
  }

  /** Tells the segment which MAC address answers for the unit's address: gratuitous ARP. */
  sayAddress(one: InterfaceSettings): void {
    const address = this.#host.addressOf(one);
    if (address !== '0.0.0.0') this.askFor(one, address);
  }

  askFor(one: InterfaceSettings, targetIp: string): void {
    this.#host.transmit(one, broadcastMac, this.#arp(one, 'request', this.#host.addressOf(one), targetIp));
  }

  pingEveryone(one: InterfaceSettings): void {
    const from = this.#host.addressOf(one);
    this.#host.transmit(one, broadcastMac, { carries: 'ping', from, to: broadcastIp, reply: false });
  }

  /** Sends something of the unit's own out of an interface, through a gateway if it has to. */
  sendOwn(exit: InterfaceSettings, packet: OwnPacket): void {
    this.#send(exit, packet);
  }

  /** Asks an address for an echo, out of every interface that it may be behind; `done` as in `Echoes`. */
  ping(
    exits: readonly InterfaceSettings[],
    to: string,
    waitMs: number,
    done: (tookMs?: number) => void,
  ): Cancel {
    return this.#echoes.ask(exits, to, waitMs, done);
  }

  /** The interfaces that an address may be behind; none if there is no route. */
  exitsTo(address: string): readonly InterfaceSettings[] {
    return exitsTo(this.#host.config, this.#host.interfaces(), address, this.tables.routes.all());
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

  #arp(
    one: InterfaceSettings,
    operation: ArpPacket['operation'],
    senderIp: string,
    targetIp: string,
  ): ArpPacket {
    return { carries: 'arp', operation, senderMac: this.#host.macOf(one), senderIp, targetIp };
  }

  #takeArp(over: InterfaceSettings, packet: ArpPacket): void {
    const host = this.#host;
    const own = { address: host.addressOf(over), mac: host.macOf(over) };
    if (packet.senderIp === own.address && packet.senderMac !== own.mac)
      host.log(arpCollision(packet.operation, packet.senderMac, own, over.nameif ?? ''));
    const waiting = this.#neighbours.learn(over.nameif ?? '', packet.senderIp, packet.senderMac);
    for (const one of waiting) this.#send(over, one);
    const { targetIp, senderIp } = packet;
    if (packet.operation !== 'request' || senderIp === targetIp) return;
    const isForUs =
      targetIp === own.address || (host.forwards && this.#translations.answersFor(over, targetIp));
    if (isForUs) host.transmit(over, packet.senderMac, this.#arp(over, 'reply', targetIp, senderIp));
  }

  #takePing(over: InterfaceSettings, source: Mac, packet: PingPacket): void {
    const { from, to, reply } = packet;
    if (to !== this.#host.addressOf(over)) return;
    if (reply) this.#echoes.take(packet);
    else this.#host.transmit(over, source, { ...packet, from: to, to: from, reply: true });
  }

  #forward(entry: InterfaceSettings, packet: FlowPacket, way?: Way): void {
    if (!this.#host.forwards) return;
    const found = this.tables.connections.find(entry.nameif ?? '', packet);
    if (found) return this.#pass(found, packet);
    if (this.#host.restoreStray(entry, packet)) return;
    if (packet.carries === 'tcp' && this.#cutThrough.take(entry, packet)) return;
    const connection = this.#opening.open(entry, packet, way);
    if (connection) this.#pass({ connection, fromInitiator: true }, packet);
  }

  /**
   * Takes a packet that should have come in at `over`. If its connection passes through the mate, the packet goes
   * there, out of that same interface: the active unit has its address.
   */
  takeStray(over: InterfaceSettings, found: Found, packet: FlowPacket): void {
    if (this.#host.forwards) this.#pass(found, packet);
    else if (over.active !== undefined) this.#sendTo(over, over.active, packet);
  }

  /** In transparent mode: whether a packet may go from one interface to another, as part of a connection. */
  passes(entry: InterfaceSettings, exit: InterfaceSettings, packet: FlowPacket): boolean {
    const found = this.tables.connections.find(entry.nameif ?? '', packet);
    const connection = found ? undefined : this.#opening.open(entry, packet, { bridgedTo: exit });
    const passing = found ?? (connection && { connection, fromInitiator: true });
    return passing !== undefined && this.#mayGoOn(passing, packet);
  }

  /** Counts and inspects a packet of a connection; false if it must not go on. */
  #mayGoOn({ connection, fromInitiator }: Found, packet: FlowPacket): boolean {
    if (packet.carries === 'udp' && !this.#inspections.pass(connection, packet, fromInitiator)) return false;
    connection.bytes += packet.bytes.length;
    this.tables.connections.use(connection);
    if (packet.carries === 'tcp') this.#follow({ connection, fromInitiator }, packet);
    return true;
  }

  /** A packet of a known connection, under the addresses that it has on the other side. */
  #pass({ connection, fromInitiator }: Found, packet: FlowPacket): void {
    const { initiator, responder } = connection;
    const end = fromInitiator ? responder : initiator;
    const exit = this.#host.interfaces().find(({ nameif }) => nameif === end.nameif);
    if (!exit || exit.shutdown) return;
    if (!this.#mayGoOn({ connection, fromInitiator }, packet)) return;
    const from = fromInitiator ? initiator : responder;
    const isSame =
      packet.from === from.mapped &&
      packet.fromPort === from.mappedPort &&
      packet.to === end.address &&
      packet.toPort === end.port;
    const there = { from: from.mapped, fromPort: from.mappedPort, to: end.address, toPort: end.port };
    this.#send(exit, isSame ? packet : { ...packet, ...there });
  }

  #follow({ connection, fromInitiator }: Found, packet: FlowPacket & { readonly carries: 'tcp' }): void {
    const came = progress(connection, packet, fromInitiator);
    if (came === 'same') return;
    if (came === 'ended') return this.tables.connections.end(connection);
    if (isUp(connection))
      connection.lastsMs = this.#timeouts()[isClosing(connection) ? 'half-closed' : 'conn'];
    this.tables.connections.changed(connection);
  }

  #becameOf(change: LogicalUpdate['change'], entry: StateEntry): void {
    const isConnection = entry.kind === 'tcp' || entry.kind === 'udp' || entry.kind === 'http';
    if (change === 'ended' && isConnection && this.#host.forwards) {
      this.#host.log(tornDown(entry, this.#host.clock.nowMs()));
    }
    this.#host.replicate(change, entry);
  }

  #send(exit: InterfaceSettings, packet: Routed): void {
    this.#sendTo(exit, nextHop(this.#host.config, exit, packet.to, this.tables.routes.all()), packet);
  }

  #sendTo(exit: InterfaceSettings, next: string, packet: Routed): void {
    const nameif = exit.nameif ?? '';
    const mac = this.#neighbours.macOf(nameif, next);
    if (mac !== undefined) this.#host.transmit(exit, mac, packet);
    else if (this.#neighbours.await(nameif, next, packet)) this.askFor(exit, next);
  }
}

function isDealing(packet: Packet): packet is DealingPacket {
  return ['ike', 'esp', 'dhcp', 'rip'].includes(packet.carries);
}
