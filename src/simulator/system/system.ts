import type { Clock } from '../../clock.ts';
import { clearConfig } from '../config/factory-config.ts';
import type { ConfigTree } from '../config/config-tree.ts';
import { configLines } from '../config/config-print.ts';
import { type FailoverConfig, failoverSettings } from '../config/failover-settings.ts';
import { type InterfaceSettings, interfaceSettings, sectionOf } from '../config/interface-settings.ts';
import type { UnitTraits } from '../defect/unit-traits.ts';
import { isActive } from '../../pair/index.ts';
import type { AddressRole, Announcement, FailoverHost } from '../failover/host.ts';
import type { FailoverMessage } from '../failover/message.ts';
import { FailoverProcess } from '../failover/process.ts';
import { broadcastMac, type Frame, type Mac, type Packet } from '../fabric/frame.ts';
import type { Random } from '../random.ts';
import { type Addressing, addressOf, macOf } from './addressing.ts';
import type { Box, Card } from './box.ts';
import { Counters } from './counters.ts';
import { Forwarding, type ForwardingHost } from './forwarding.ts';

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
}

/** Not more often than this does a unit complain about messages that it cannot decrypt. */
const complainEveryMs = 10_000;

/** The software of one unit, from the end of its boot until its power goes or it restarts. */
export class System implements FailoverHost, ForwardingHost {
  readonly box: Box;
  readonly clock: Clock;
  readonly config: ConfigTree;
  readonly process: FailoverProcess;
  readonly forwarding: Forwarding;
  readonly counters: ReadonlyMap<string, Counters>;
  readonly startedMs: number;
  readonly burnedIn: Readonly<Record<string, Mac>>;
  readonly #around: Surroundings;
  #mateBurnedIn: Readonly<Record<string, Mac>> | undefined;
  #known:
    | { revision: number; interfaces: readonly InterfaceSettings[]; failover: FailoverConfig }
    | undefined;
  #storedRevision = -1;
  #saidAddresses = '';
  #complainedMs = Number.NEGATIVE_INFINITY;

  constructor(box: Box, clock: Clock, config: ConfigTree, around: Surroundings) {
    this.box = box;
    this.clock = clock;
    this.config = config;
    this.#around = around;
    this.startedMs = clock.nowMs();
    this.burnedIn = Object.fromEntries(box.cards.map((card) => [card.name, card.burnedIn]));
    this.counters = new Map(box.cards.map((card) => [card.name, new Counters()]));
    this.forwarding = new Forwarding(this);
    this.process = new FailoverProcess(this);
  }

  /** Reads the stored lines, lights the cards, and starts failover. Returns what to call when power goes. */
  start(stored: readonly string[]): () => void {
    this.config.batch(() => this.#enterLines('stored', stored));
    this.#storedRevision = this.config.revision;
    const cancels = this.box.cards.flatMap((card) => [
      card.port.onFrame((frame) => this.#take(card, frame)),
      card.port.onLink((up) => up && this.#sayAddresses()),
    ]);
    cancels.push(this.config.onChange(() => this.#configChanged()));
    this.#light();
    this.process.boot();
    return () => {
      for (const cancel of cancels) cancel();
      for (const card of this.box.cards) card.port.setLit(false);
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
    return this.config.revision !== this.#storedRevision;
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
    return this.#read().failover;
  }

  interfaces(): readonly InterfaceSettings[] {
    return this.#read().interfaces;
  }

  linkUp(hardware: string): boolean {
    return this.#card(hardware)?.port.linkUp ?? false;
  }

  received(hardware: string): number {
    return this.counters.get(hardware)?.packetsIn ?? 0;
  }

  addressOf(one: InterfaceSettings): string {
    return addressOf(one, this.#addressing());
  }

  macOf(one: InterfaceSettings): Mac {
    return macOf(one, this.#addressing());
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
    this.counters.get(over.hardware)?.sent(frame);
    this.#card(over.hardware)?.port.send(frame);
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
    this.#saidAddresses = '';
    this.#sayNewAddresses();
  }

  learnMateMacs(burnedIn: Readonly<Record<string, Mac>>): void {
    this.#mateBurnedIn = burnedIn;
    this.#sayNewAddresses();
  }

  announce(what: Announcement): void {
    this.#around.announce(what);
  }

  configForMate(): readonly string[] {
    return configLines(this.config, 'plain').filter((line) => !line.startsWith('failover lan unit'));
  }

  replaceConfig(lines: readonly string[]): void {
    const { link } = this.failover();
    const kept = ['failover', 'failover lan', 'failover key', 'failover link', 'failover interface ip'];
    const keep = (key: string): boolean =>
      key === sectionOf(link?.hardware ?? '') ||
      kept.some((one) => key === one || (one !== 'failover' && key.startsWith(one)));
    this.config.batch(() => {
      clearConfig(this.config, Object.keys(this.burnedIn), keep);
      this.#enterLines('replicated', lines);
    });
  }

  /** Enters lines as they are stored: indented lines belong to the section above them. */
  #enterLines(origin: 'stored' | 'replicated', lines: readonly string[]): void {
    let section: string | undefined;
    for (const line of lines) {
      if (line.startsWith(' ')) this.#around.enter(this, origin, section, line.trim());
      else if (line !== '!') section = this.#around.enter(this, origin, undefined, line);
    }
  }

  applyCommand(section: string | undefined, line: string): void {
    this.#around.enter(this, 'replicated', section, line);
  }

  save(): void {
    this.#around.store(configLines(this.config, 'plain'));
    this.#storedRevision = this.config.revision;
  }

  restart(): void {
    this.#around.restart();
  }

  /** A unit that is finding its place in the pair keeps off the networks: its addresses may be its mate's. */
  get #holdsBack(): boolean {
    const { state, takeover } = this.process;
    if (takeover.role === 'active') return false;
    return ['negotiation', 'cold-standby', 'sync-config', 'sync-file-system', 'bulk-sync'].includes(state);
  }

  #take(card: Card, frame: Frame): void {
    this.counters.get(card.name)?.received(frame);
    const one = this.interfaces().find(({ hardware, vlan }) => hardware === card.name && vlan === frame.vlan);
    if (!one || one.shutdown) return;
    if (frame.packet.carries === 'failover') {
      const { sealedWith, message } = frame.packet;
      const isLink = one.purpose === 'failover' || one.purpose === 'state';
      if (isLink && sealedWith !== this.failover().key) this.#complain();
      else this.process.receive(one, message);
      return;
    }
    const isForUs = frame.destination === broadcastMac || frame.destination === this.macOf(one);
    if (isForUs && !this.#holdsBack) this.forwarding.take(one, frame);
  }

  #complain(): void {
    if (!this.failover().on || this.clock.nowMs() - this.#complainedMs < complainEveryMs) return;
    this.#complainedMs = this.clock.nowMs();
    this.announce('decryption-failure');
  }

  #configChanged(): void {
    this.#light();
    this.process.configChanged();
    this.#sayNewAddresses();
  }

  #light(): void {
    for (const one of this.interfaces()) {
      if (one.name === one.hardware) this.#card(one.hardware)?.port.setLit(!one.shutdown);
    }
  }

  /** Gratuitous ARP, where an address or its MAC address is no longer what was said last. */
  #sayNewAddresses(): void {
    const now = this.#traffic()
      .map((one) => `${this.addressOf(one)} ${this.macOf(one)}`)
      .join();
    if (now === this.#saidAddresses) return;
    this.#saidAddresses = now;
    this.#sayAddresses();
  }

  #sayAddresses(): void {
    for (const one of this.#traffic()) this.forwarding.sayAddress(one);
  }

  #traffic(): readonly InterfaceSettings[] {
    return this.interfaces().filter(({ purpose }) => purpose === 'traffic');
  }

  #addressing(): Addressing {
    const { burnedIn } = this;
    const { role } = this.process.takeover;
    return { unit: this.failover().unit, role, burnedIn, mateBurnedIn: this.#mateBurnedIn };
  }

  #card(hardware: string): Card | undefined {
    return this.box.cards.find(({ name }) => name === hardware);
  }

  #read(): { readonly interfaces: readonly InterfaceSettings[]; readonly failover: FailoverConfig } {
    const { revision } = this.config;
    if (this.#known?.revision !== revision) {
      const { config } = this;
      this.#known = { revision, interfaces: interfaceSettings(config), failover: failoverSettings(config) };
    }
    return this.#known;
  }
}
