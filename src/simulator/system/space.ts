import type { Clock } from '../../clock.ts';
import { type FailoverState, type GroupId, isActive, type UnitName } from '../../pair/index.ts';
import type { ConfigTree } from '../config/config-tree.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { AddressRole } from '../failover/host.ts';
import { broadcastMac, type Frame, type LogLinkPacket, type Mac, type Packet } from '../fabric/frame.ts';
import { interfaceIndex } from '../notify/interface-index.ts';
import { coldStart, linkNotification } from '../notify/notifications.ts';
import { notifyStations } from '../notify/notify-stations.ts';
import type { Logger } from '../syslog/logger.ts';
import type { SystemMessage } from '../syslog/system-message.ts';
import type { Box } from '../box/box.ts';
import type { Cards } from '../box/cards.ts';
import { restoreStray, StrayCounts } from './asymmetric-routing.ts';
import { Bridging } from './bridging.ts';
import type { FlowPacket } from './connections.ts';
import { Configuration, type ConfigurationHost } from './configuration.ts';
import { Forwarding, type ForwardingHost } from './forwarding.ts';
import { InterfaceNews } from './interface-news.ts';
import { OwnAddresses } from './own-addresses.ts';
import type { LogConnections } from '../syslog/log-connections.ts';
import { lookForLogHosts, logConnectionsOf, spaceLogger } from './space-logger.ts';
import type { LogicalUpdate, StateEntry } from '../message/state-entry.ts';
import type { StateExchange } from './state-exchange.ts';

/** How a failover group stands on this unit. */
export interface GroupStanding {
  readonly state: FailoverState;
  readonly role: AddressRole;
  /** True while the group keeps off the networks: its addresses may be the mate's. */
  readonly holdsBack: boolean;
}

/** True on the way into the pair, before the addresses of the role are settled. */
export function isFindingItsPlace(state: FailoverState): boolean {
  return ['negotiation', 'cold-standby', 'sync-config', 'sync-file-system', 'bulk-sync'].includes(state);
}

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

interface KnownInterfaces {
  readonly revision: number;
  readonly all: readonly InterfaceSettings[];
  readonly traffic: readonly InterfaceSettings[];
}

/** What an execution space is made of. */
export interface SpaceParts extends ConfigurationHost {
  /** The name of a context; undefined for the system execution space and in single mode. */
  readonly name?: string | undefined;
  readonly config: ConfigTree;
  /** Grows with every change of what the settings of the interfaces are read from. */
  revision(): number;
  readInterfaces(): readonly InterfaceSettings[];
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
  readonly #news: InterfaceNews;
  #saidStarted = false;
  #known: KnownInterfaces | undefined;

  constructor(unit: SpaceUnit, parts: SpaceParts) {
    this.unit = unit;
    this.#parts = parts;
    this.name = parts.name;
    this.config = parts.config;
    this.configuration = new Configuration(parts.config, parts);
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
    return this.#knownInterfaces().all;
  }

  get traffic(): readonly InterfaceSettings[] {
    return this.#knownInterfaces().traffic;
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
    if (over.shutdown || (over.purpose === 'traffic' && this.standing.holdsBack)) return;
    const { traits } = this.unit.box;
    for (const sent of traits.sends(packet)) {
      const frame = { source: this.macOf(over), destination, vlan: over.vlan, packet: sent };
      const send = (): void => this.unit.cards.send(over.hardware, frame);
      const lagMs = traits.lagMs(sent);
      if (lagMs > 0) this.clock.after(lagMs, send);
      else send();
    }
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

  /** Puts a frame onto an interface as it is. */
  relay(over: InterfaceSettings, frame: Frame): void {
    if (!over.shutdown && !this.standing.holdsBack)
      this.unit.cards.send(over.hardware, { ...frame, vlan: over.vlan });
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

  #knownInterfaces(): KnownInterfaces {
    const revision = this.#parts.revision();
    if (this.#known?.revision === revision) return this.#known;
    const all = this.#parts.readInterfaces().map((one) => this.unit.box.traits.reads(one));
    const traffic = all.filter(({ purpose }) => purpose === 'traffic');
    return (this.#known = { revision, all, traffic });
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
