import type { Clock } from '../../clock.ts';
import type { ConfigTree } from '../config/config-tree.ts';
import type { FailoverConfig } from '../config/failover-settings.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { UnitTraits } from '../defect/unit-traits.ts';
import { isActive } from '../../pair/index.ts';
import type { AddressRole, Announcement, FailoverHost } from '../failover/host.ts';
import type { FailoverMessage, RunRequest, RunResult } from '../failover/message.ts';
import { FailoverProcess } from '../failover/process.ts';
import { broadcastMac, type Mac, type Packet } from '../fabric/frame.ts';
import type { Random } from '../random.ts';
import type { Box } from './box.ts';
import { Cards } from './cards.ts';
import { Configuration } from './configuration.ts';
import type { FileChange } from './flash-files.ts';
import { Forwarding, type ForwardingHost } from './forwarding.ts';
import { Intake } from './intake.ts';
import { OwnAddresses } from './own-addresses.ts';

/** What lies around a running system: the flash, the console, the power button, and the reader of commands. */
export interface Surroundings {
  announce(what: Announcement): void;
  /** Stores the configuration in flash. */
  store(lines: readonly string[]): void;
  /** Boots again from flash; the system ends with this call. */
  restart(): void;
  /** Enters one configuration line; returns the section that the next indented line belongs to. */
  enter(
    system: System,
    origin: 'stored' | 'replicated',
    section: string | undefined,
    line: string,
  ): string | undefined;
  /** Runs one command line as somebody at a terminal would, and says what it printed once it is done. */
  run(system: System, request: RunRequest, done: (result: RunResult) => void): void;
}

/** The software of one unit, from the end of its boot until its power goes or it restarts. */
export class System implements FailoverHost, ForwardingHost {
  readonly box: Box;
  readonly clock: Clock;
  readonly config: ConfigTree;
  readonly process: FailoverProcess;
  readonly forwarding: Forwarding;
  readonly cards: Cards;
  readonly startedMs: number;
  /** The traces that are on. */
  readonly debugs = new Set<string>();
  readonly burnedIn: Readonly<Record<string, Mac>>;
  readonly #around: Surroundings;
  readonly #addresses: OwnAddresses;
  readonly #configuration: Configuration;
  /** Links light before the boot has settled which addresses are this unit's. */
  #started = false;

  constructor(box: Box, clock: Clock, config: ConfigTree, around: Surroundings) {
    this.box = box;
    this.clock = clock;
    this.config = config;
    this.#around = around;
    this.startedMs = clock.nowMs();
    this.burnedIn = Object.fromEntries(box.cards.map((card) => [card.name, card.burnedIn]));
    this.#configuration = new Configuration(config, Object.keys(this.burnedIn), {
      enter: (origin, section, line) => around.enter(this, origin, section, line),
      store: (lines) => around.store(lines),
    });
    this.cards = new Cards(box.cards);
    this.forwarding = new Forwarding(this);
    this.process = new FailoverProcess(this);
    this.#addresses = new OwnAddresses(
      () => ({ unit: this.failover().unit, role: this.process.takeover.role, burnedIn: this.burnedIn }),
      () => this.interfaces().filter(({ purpose }) => purpose === 'traffic'),
      (one) => this.forwarding.sayAddress(one),
    );
  }

  /** Reads the stored lines, lights the cards, and starts failover. Returns what to call when power goes. */
  start(stored: readonly string[]): () => void {
    this.#configuration.load(stored);
    const intake = this.#intake();
    const deaf = this.cards.listen(
      (hardware, frame) => intake.take(hardware, frame),
      () => this.#addresses.say(),
    );
    const unwatched = this.config.onChange(() => this.#configChanged());
    this.#light();
    this.process.boot();
    this.#started = true;
    this.#addresses.say();
    return () => {
      unwatched();
      deaf();
    };
  }

  get traits(): UnitTraits {
    return this.box.traits;
  }

  get random(): Random {
    return this.box.random;
  }

  get serial(): string {
    return this.box.serial;
  }

  get version(): string {
    return this.box.firmware;
  }

  get syncStepMs(): number {
    return this.box.syncStepMs;
  }

  /** True if the configuration differs from the one in flash. */
  get modified(): boolean {
    return this.#configuration.modified;
  }

  /** Lines per page of a new session; 0 pages nothing. */
  get pageLength(): number {
    return Number(this.config.text('pager lines')?.split(' ')[2] ?? 0);
  }

  /** The unit's own clock, which is not quite right. */
  get deviceTime(): Date {
    return this.toDeviceTime(this.clock.wall());
  }

  /** A date as this unit would have read it on its own clock. */
  toDeviceTime(date: Date): Date {
    return new Date(date.getTime() + this.box.clockSkewMs);
  }

  get forwards(): boolean {
    const { state, takeover } = this.process;
    if (!this.traits.forwards || takeover.role !== 'active') return false;
    return isActive(state) || state === 'disabled' || state === 'negotiation';
  }

  failover(): FailoverConfig {
    return this.#configuration.failover();
  }

  interfaces(): readonly InterfaceSettings[] {
    return this.#configuration.interfaces();
  }

  linkUp(hardware: string): boolean {
    return this.cards.linkUp(hardware);
  }

  received(hardware: string): number {
    return this.cards.counters(hardware)?.packetsIn ?? 0;
  }

  addressOf(one: InterfaceSettings): string {
    return this.#addresses.addressOf(one);
  }

  macOf(one: InterfaceSettings): Mac {
    return this.#addresses.macOf(one);
  }

  send(over: InterfaceSettings, message: FailoverMessage, seal?: { readonly key: string | undefined }): void {
    const isLink = over.purpose === 'failover' || over.purpose === 'state';
    const sealedWith = isLink ? (seal ?? this.failover()).key : undefined;
    this.transmit(over, broadcastMac, {
      carries: 'failover',
      from: this.addressOf(over),
      sealedWith,
      message,
    });
  }

  transmit(over: InterfaceSettings, destination: Mac, packet: Packet): void {
    if (over.shutdown || (over.purpose === 'traffic' && this.#holdsBack)) return;
    const frame = { source: this.macOf(over), destination, vlan: over.vlan, packet };
    this.cards.send(over.hardware, frame);
  }

  recentNeighbours(one: InterfaceSettings): readonly string[] {
    return this.forwarding.recentNeighbours(one);
  }

  sendArpRequest(one: InterfaceSettings, address: string): void {
    this.forwarding.askFor(one, address);
  }

  sendBroadcastPing(one: InterfaceSettings): void {
    this.forwarding.pingEveryone(one);
  }

  takeRole(_role: AddressRole): void {
    this.#addresses.say();
  }

  learnMateMacs(burnedIn: Readonly<Record<string, Mac>>): void {
    this.#addresses.learn(burnedIn);
  }

  announce(what: Announcement): void {
    this.#around.announce(what);
  }

  /** Forgets the whole configuration, as a change of the firewall mode does. */
  clear(): void {
    this.#configuration.clear();
  }

  /** Enters lines on top of what there is, as from flash. */
  merge(lines: readonly string[]): void {
    this.#configuration.merge(lines);
  }

  configForMate(): readonly string[] {
    return this.#configuration.forMate();
  }

  replaceConfig(lines: readonly string[]): void {
    this.#configuration.replace(lines);
  }

  applyCommand(section: string | undefined, line: string): void {
    this.#around.enter(this, 'replicated', section, line);
  }

  save(): void {
    this.#configuration.save();
  }

  run(request: RunRequest, done: (result: RunResult) => void): void {
    this.#around.run(this, request, done);
  }

  changeFiles(change: FileChange): void {
    this.box.files.change(change);
  }

  restart(): void {
    this.#around.restart();
  }

  /** A unit that is finding its place in the pair keeps off the networks: its addresses may be its mate's. */
  get #holdsBack(): boolean {
    const { state, takeover } = this.process;
    if (!this.#started) return true;
    if (takeover.role === 'active') return false;
    return ['negotiation', 'cold-standby', 'sync-config', 'sync-file-system', 'bulk-sync'].includes(state);
  }

  #intake(): Intake {
    return new Intake({
      clock: this.clock,
      interfaces: () => this.interfaces(),
      failover: () => this.failover(),
      macOf: (one) => this.macOf(one),
      holdsBack: () => this.#holdsBack,
      hear: (over, message) => this.process.receive(over, message),
      take: (over, frame) => this.forwarding.take(over, frame),
      complain: () => this.announce('decryption-failure'),
    });
  }

  #configChanged(): void {
    this.#light();
    this.process.configChanged();
    this.#addresses.sayIfNew();
  }

  #light(): void {
    for (const one of this.interfaces()) {
      if (one.name === one.hardware) this.cards.light(one.hardware, !one.shutdown);
    }
  }
}
