import type { Clock } from '../../clock.ts';
import type { ConfigTree } from '../config/config-tree.ts';
import type { FailoverConfig } from '../config/failover-settings.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import { isActive } from '../../pair/index.ts';
import type { AddressRole, Announcement, FailoverHost } from '../failover/host.ts';
import { type FailoverMessages, failoverMessages } from '../syslog/failover-messages.ts';
import type { Logger } from '../syslog/logger.ts';
import type { SystemMessage } from '../syslog/system-message.ts';
import { startupBegins, startupCompleted } from '../syslog/unit-messages.ts';
import type { UnitIdentity } from '../failover/identity.ts';
import type { CardReading, FailoverMessage, RunRequest, RunResult } from '../failover/message.ts';
import { FailoverProcess } from '../failover/process.ts';
import { broadcastMac, type Mac, type Packet } from '../fabric/frame.ts';
import type { Box } from './box.ts';
import { Cards } from './cards.ts';
import { Configuration } from './configuration.ts';
import type { FileChange } from './flash-files.ts';
import { Forwarding, type ForwardingHost } from './forwarding.ts';
import { Intake } from './intake.ts';
import { InterfaceNews } from './interface-news.ts';
import { cardReading, identityOf } from './make-up.ts';
import { OwnAddresses } from './own-addresses.ts';
import type { Surroundings } from './surroundings.ts';
import { lookForLogHosts, unitLogger } from './unit-logger.ts';

/** The software of one unit, from the end of its boot until its power goes or it restarts. */
export class System implements FailoverHost, ForwardingHost {
  readonly box: Box;
  readonly clock: Clock;
  readonly config: ConfigTree;
  readonly process: FailoverProcess;
  readonly forwarding: Forwarding;
  readonly cards: Cards;
  readonly logger: Logger;
  readonly #news: InterfaceNews;
  readonly startedMs: number;
  /** The traces that are on. */
  readonly debugs = new Set<string>();
  readonly burnedIn: Readonly<Record<string, Mac>>;
  readonly #around: Surroundings<System>;
  readonly #addresses: OwnAddresses;
  /** The configuration as a whole: read, sent, replaced, saved. */
  readonly configuration: Configuration;
  #role: AddressRole | undefined;
  /** Links light before the boot has settled which addresses are this unit's. */
  #started = false;

  constructor(box: Box, clock: Clock, config: ConfigTree, around: Surroundings<System>) {
    this.box = box;
    this.clock = clock;
    this.config = config;
    this.#around = around;
    this.startedMs = clock.nowMs();
    this.burnedIn = Object.fromEntries(box.cards.map((card) => [card.name, card.burnedIn]));
    this.configuration = new Configuration(config, Object.keys(this.burnedIn), {
      enter: (origin, section, line) => around.enter(this, origin, section, line),
      store: (lines) => around.store(lines),
    });
    this.cards = new Cards(box.cards);
    this.forwarding = new Forwarding(this);
    this.logger = unitLogger(this, (line) => around.show(line));
    this.#news = new InterfaceNews({
      interfaces: () => this.interfaces(),
      linkUp: (hardware) => this.linkUp(hardware),
      log: (message) => this.log(message),
      failoverLink: (up) => this.failover().on && this.report((say) => say.lanInterface(up)),
    });
    this.process = new FailoverProcess(this);
    this.#addresses = new OwnAddresses(
      () => ({ unit: this.failover().unit, role: this.process.takeover.role, burnedIn: this.burnedIn }),
      () => this.interfaces().filter(({ purpose }) => purpose === 'traffic'),
      (one) => this.forwarding.sayAddress(one),
    );
  }

  /**
   * Reads the stored lines, lights the cards, and starts failover. Returns how it stops: `freeze` leaves the cards
   * lit, as a system does that hangs; `stop` does not.
   */
  start(stored: readonly string[]): { freeze(): void; stop(): void } {
    this.configuration.load(stored);
    this.log(startupBegins);
    const intake = this.#intake();
    const deaf = this.cards.listen(
      (hardware, frame) => intake.take(hardware, frame),
      (hardware, up) => this.#linkChanged(hardware, up),
    );
    const unwatched = this.config.onChange(() => this.#configChanged());
    this.#light();
    this.process.boot();
    this.#started = true;
    this.#addresses.say();
    if (!this.failover().on) this.log(startupCompleted);
    const freeze = (): void => {
      unwatched();
      deaf();
    };
    const stop = (): void => {
      freeze();
      this.cards.darken();
    };
    return { freeze, stop };
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
    if (!this.box.traits.forwards || takeover.role !== 'active') return false;
    return isActive(state) || state === 'disabled' || state === 'negotiation';
  }

  identity(): UnitIdentity {
    return identityOf(this.box, this.config);
  }

  card(): CardReading | undefined {
    return cardReading(this.box);
  }

  cardDown(): boolean {
    return this.box.module !== undefined && this.box.module.status !== 'Up';
  }

  turnOff(): void {
    this.config.remove('failover');
  }

  failover(): FailoverConfig {
    return this.configuration.failover();
  }

  interfaces(): readonly InterfaceSettings[] {
    return this.configuration.interfaces();
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

  takeRole(role: AddressRole): void {
    if (this.#started && role !== this.#role) this.#news.bounced();
    this.#role = role;
    this.#addresses.say();
    lookForLogHosts(this);
    this.logger.sendWaiting();
  }

  learnMateMacs(burnedIn: Readonly<Record<string, Mac>>): void {
    this.#addresses.learn(burnedIn);
  }

  announce(what: Announcement): void {
    this.#around.announce(what);
  }

  notify(text: string): void {
    this.#around.notify(text);
  }

  log(message: SystemMessage): void {
    this.logger.log(message);
  }

  report(choose: (say: FailoverMessages) => SystemMessage): void {
    this.log(choose(failoverMessages(this.failover().unit)));
  }

  applyCommand(_context: string | undefined, section: string | undefined, line: string): void {
    this.#around.enter(this, 'replicated', section, line);
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

  /** A link that comes up is told which addresses are here. */
  #linkChanged(hardware: string, up: boolean): void {
    if (up) this.#addresses.say();
    this.#news.linkChanged(hardware, up);
  }

  #configChanged(): void {
    this.#light();
    this.process.configChanged();
    this.#addresses.sayIfNew();
    lookForLogHosts(this);
  }

  #light(): void {
    for (const one of this.interfaces()) {
      if (one.name === one.hardware) this.cards.light(one.hardware, !one.shutdown);
    }
  }
}
