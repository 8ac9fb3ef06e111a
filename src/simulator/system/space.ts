import type { Clock } from '../../clock.ts';
import { type GroupId, isActive, type UnitName } from '../../pair/index.ts';
import type { ConfigTree } from '../config/config-tree.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import { broadcastMac, type Frame, type LogLinkPacket, type Mac, type Packet } from '../fabric/frame.ts';
import { interfaceIndex } from '../notify/interface-index.ts';
import { coldStart, linkNotification } from '../notify/notifications.ts';
import { notifyStations } from '../notify/notify-stations.ts';
import type { Logger } from '../syslog/logger.ts';
import type { SystemMessage } from '../syslog/system-message.ts';
import type { Box } from '../box/box.ts';
import type { Cards } from '../box/cards.ts';
import { restoreStray, StrayCounts } from './passage/asymmetric-routing.ts';
import { Bridging } from './passage/bridging.ts';
import type { FlowPacket } from './state/connections.ts';
import { Configuration, type ConfigurationHost } from './configuration.ts';
import { Forwarding, type ForwardingHost } from './passage/forwarding.ts';
import type { GroupStanding } from './group-standing.ts';
import { InterfaceNews } from './interface-news.ts';
import { type InterfaceSource, KnownInterfaces } from './known-interfaces.ts';
import { OwnAddresses } from './own-addresses.ts';
import { Transmission } from './passage/transmission.ts';
import type { LogConnections } from '../syslog/log-connections.ts';
import { lookForLogHosts, logConnectionsOf, spaceLogger } from './space-logger.ts';
import type { LogicalUpdate, StateEntry } from '../message/state-entry.ts';
import type { StateExchange } from './state/state-exchange.ts';

/** The unit around an execution space. */
export interface SpaceUnit {
  readonly box: Box;
  readonly clock: Clock;
  readonly cards: Cards;
  readonly burnedIn: Readonly<Record<string, Mac>>;
  readonly deviceTime: Date;
  readonly startedMs: number;
  /** What the unit is designated as. */
  readonly designation: UnitName;
  standing(group: GroupId): GroupStanding;
  readonly stateExchange: Pick<StateExchange, 'tell' | 'keeps' | 'configured'>;
  /** Every execution space of the unit. */
  readonly spaces: { readonly all: readonly Space[] };
  /** Prints a line on the console. */
  show(line: string): void;
  /** The failover link came up or went down. */
  failoverLink(up: boolean): void;
}

/** What an execution space is made of. */
export interface SpaceParts extends ConfigurationHost, InterfaceSource {
  /** The name of a context; undefined for the system execution space and in single mode. */
  readonly name?: string | undefined;
  readonly config: ConfigTree;
  group(): GroupId;
}

/**
 * An execution space: a configuration with its interfaces, what passes through them, and its log. In single mode
 * a unit has one; in multiple context mode it has that of the system, which passes nothing, and one a context.
 */
export class Space implements ForwardingHost {
  readonly name: string | undefined;
  readonly config: ConfigTree;
  readonly configuration: Configuration;
  readonly unit: SpaceUnit;
  readonly strays = new StrayCounts();
  readonly forwarding: Forwarding;
  readonly logger: Logger;
  readonly logConnections: LogConnections;
  readonly #bridging: Bridging;
  readonly #parts: SpaceParts;
  readonly #addresses: OwnAddresses;
  readonly #interfaces: KnownInterfaces;
  readonly #transmission: Transmission;
  readonly #news: InterfaceNews;
  #saidStarted = false;

  constructor(unit: SpaceUnit, parts: SpaceParts) {
    this.unit = unit;
    this.#parts = parts;
    this.name = parts.name;
    this.config = parts.config;
    this.configuration = new Configuration(parts.config, parts);
    this.#interfaces = new KnownInterfaces(parts, unit.box.traits);
    this.#transmission = new Transmission(this);
    this.forwarding = new Forwarding(this);
    this.#bridging = new Bridging(this);
    this.logConnections = logConnectionsOf(this);
    this.logger = spaceLogger(this);
    this.#addresses = new OwnAddresses(
      () => ({ unit: unit.designation, role: this.standing.role, burnedIn: unit.burnedIn }),
      () => this.traffic,
      (one) => this.forwarding.sayAddress(one),
    );
    this.#news = new InterfaceNews({
      interfaces: () => this.interfaces(),
      linkUp: (hardware) => unit.cards.linkUp(hardware),
      log: (message) => this.log(message),
      notify: (nameif, up) =>
        notifyStations(this, up ? 'linkup' : 'linkdown', () =>
          linkNotification(interfaceIndex(this.interfaces(), nameif), up),
        ),
      failoverLink: (up) => unit.failoverLink(up),
    });
  }

  get clock(): Clock {
    return this.unit.clock;
  }

  /** The failover group that it fails over with. */
  get group(): GroupId {
    return this.#parts.group();
  }

  get standing(): GroupStanding {
    return this.unit.standing(this.group);
  }

  get forwards(): boolean {
    const { state, role } = this.standing;
    if (!this.unit.box.traits.forwards || role !== 'active') return false;
    return isActive(state) || state === 'disabled' || state === 'negotiation';
  }

  /** The same array for as long as nothing is configured. */
  interfaces(): readonly InterfaceSettings[] {
    return this.#interfaces.all;
  }

  get traffic(): readonly InterfaceSettings[] {
    return this.#interfaces.traffic;
  }

  /** Lines per page of a new session; 0 pages nothing. */
  get pageLength(): number {
    return Number(this.config.text('pager lines')?.split(' ')[2] ?? 0);
  }

  /** The names that interfaces can have here. */
  interfaceNames(): readonly string[] {
    return this.#parts.interfaces();
  }

  addressOf(one: InterfaceSettings): string {
    return this.#addresses.addressOf(one);
  }

  macOf(one: InterfaceSettings): Mac {
    const right = this.#addresses.macOf(one);
    return this.unit.box.traits.usesMac(right, this.unit.burnedIn[one.hardware] ?? right);
  }

  transmit(over: InterfaceSettings, destination: Mac, packet: Packet): void {
    this.#transmission.transmit(over, destination, packet);
  }

  /** Puts a frame onto an interface as it is. */
  relay(over: InterfaceSettings, frame: Frame): void {
    this.#transmission.relay(over, frame);
  }

  /** A frame came in: for the unit, or in transparent mode for somebody behind another interface. */
  take(over: InterfaceSettings, frame: Frame): void {
    const isForUs = frame.destination === broadcastMac || frame.destination === this.macOf(over);
    if (frame.packet.carries === 'log-link') return isForUs ? this.#takeLogLink(frame.packet) : undefined;
    if (over.bridge === undefined) return this.forwarding.take(over, frame);
    this.#bridging.take(over, frame);
    const { carries } = frame.packet;
    if (isForUs && (carries === 'arp' || carries === 'ping')) this.forwarding.take(over, frame);
  }

  /** An address may have been the mate's when it opened the connection that a host speaks of. */
  #takeLogLink({ unit, step, from, toPort }: LogLinkPacket): void {
    if (unit === this.unit.box.name && step !== 'open') this.logConnections.take(step, from, toPort);
  }

  log(message: SystemMessage): void {
    const said = this.unit.box.traits.logs(message);
    if (said) this.logger.log(said);
  }

  get deniesNew(): boolean {
    return this.logConnections.deniesNew;
  }

  get realAddresses(): boolean {
    return this.unit.box.dialect.state.realAddresses;
  }

  hasRoom(connections: number): boolean {
    return this.unit.box.memory.hasRoom(connections);
  }

  restoreStray(entry: InterfaceSettings, packet: FlowPacket): boolean {
    return this.unit.stateExchange.configured && restoreStray(this, this.unit.spaces.all, entry, packet);
  }

  replicate(change: LogicalUpdate['change'], entry: StateEntry): void {
    this.unit.stateExchange.tell({ change, entry, group: this.group, context: this.name });
  }

  learnMateMacs(burnedIn: Readonly<Record<string, Mac>>): void {
    this.#addresses.learn(burnedIn);
  }

  /** The unit speaks up for the first time. */
  start(): void {
    this.#addresses.say();
    this.#sayStarted();
  }

  /** Its addresses are those of another role now; the interfaces bounce if that is a change. */
  roleTaken(changed: boolean): void {
    if (changed) this.#news.bounced();
    if (changed && this.standing.role === 'standby') this.#forgetState();
    this.#addresses.say();
    if (changed && this.standing.role === 'active') this.#bridging.speakForStations();
    lookForLogHosts(this);
    this.#sayStarted();
    this.logger.sendWaiting();
  }

  /** A link that comes up is told which addresses are here. */
  linkChanged(hardware: string, up: boolean): void {
    if (up) this.#addresses.say();
    this.#news.linkChanged(hardware, up);
  }

  /** A unit that has just booted says so as soon as it has its addresses, those of the active unit or of the standby. */
  #sayStarted(): void {
    if (this.#saidStarted || this.standing.holdsBack) return;
    this.#saidStarted = true;
    notifyStations(this, 'coldstart', () => coldStart);
  }

  configChanged(): void {
    this.#addresses.sayIfNew();
    lookForLogHosts(this);
  }

  /** What the mate will not tell of is void on a unit that becomes the standby one: its own segments it knows. */
  #forgetState(): void {
    const { stateExchange } = this.unit;
    this.forwarding.tables.clear((entry) => entry.kind !== 'arp' && !stateExchange.keeps(entry, this.group));
  }
}
