import type { Clock } from '../../clock.ts';
import type { AutoUpdate } from '../auto-update/auto-update.ts';
import type { ConfigTree } from '../config/config-tree.ts';
import type { FailoverConfig } from '../config/failover-settings.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { GroupId, UnitName } from '../../pair/index.ts';
import type { Announcement } from '../failover/host.ts';
import { type FailoverMessages, failoverMessages } from '../syslog/failover-messages.ts';
import type { SystemMessage } from '../syslog/system-message.ts';
import { startupBegins, startupCompleted } from '../syslog/unit-messages.ts';
import type { CardReading, FailoverMessage } from '../message/failover-message.ts';
import type { UnitIdentity } from '../message/unit-identity.ts';
import { FailoverProcess } from '../failover/process.ts';
import type { Mac } from '../fabric/frame.ts';
import type { Box } from '../box/box.ts';
import { Cards } from '../box/cards.ts';
import { FailoverPost } from './mate/failover-post.ts';
import { Intake } from './mate/intake.ts';
import { type LendingUnit, LentToFailover } from './lent-to-failover.ts';
import { cardReading, identityOf } from './make-up.ts';
import { MateMedium } from './mate/mate-medium.ts';
import { perRevision } from '../config/per-revision.ts';
import type { Space } from './space.ts';
import { type GroupStanding, isFindingItsPlace } from './group-standing.ts';
import { updateClient } from './update-client.ts';
import { Spaces, type SpacesHost } from './spaces.ts';
import { type StateExchange, stateExchangeOf } from './state/state-sharing.ts';
import type { Surroundings } from './surroundings.ts';

/** The software of one unit, from the end of its boot until its power goes or it restarts. */
export class System implements LendingUnit, SpacesHost {
  readonly box: Box;
  readonly clock: Clock;
  readonly process: FailoverProcess;
  readonly cards: Cards;
  readonly #autoUpdate: AutoUpdate;
  readonly post: FailoverPost;
  /** What the unit and its mate speak over. */
  readonly medium: MateMedium;
  /** What is configured and what passes through: once in single mode, once a context in multiple mode. */
  readonly spaces: Spaces;
  /** What passes over the state link. */
  readonly stateExchange: StateExchange;
  readonly startedMs: number;
  /** The traces that are on. */
  readonly debugs = new Set<string>();
  readonly burnedIn: Readonly<Record<string, Mac>>;
  readonly #around: Surroundings<System>;
  readonly #identity: () => UnitIdentity;
  /** Links light before the boot has settled which addresses are this unit's. */
  #started = false;

  constructor(box: Box, clock: Clock, config: ConfigTree, around: Surroundings<System>) {
    this.box = box;
    this.clock = clock;
    this.medium = new MateMedium(this);
    this.#around = around;
    this.startedMs = clock.nowMs();
    this.burnedIn = Object.fromEntries(box.cards.map((card) => [card.name, card.burnedIn]));
    this.cards = new Cards(box.cards);
    this.stateExchange = stateExchangeOf(this);
    this.spaces = new Spaces(this, config);
    this.#identity = perRevision(config, () => identityOf(box, config));
    this.post = new FailoverPost(this);
    this.process = new FailoverProcess(
      new LentToFailover(this, {
        readdressed: () => around.readdressed(),
        notify: (text) => around.notify(text),
        run: (request, done) => around.run(this, request, done),
        hearUpdate: (message) => this.#autoUpdate.take(message),
      }),
    );
    this.#autoUpdate = updateClient(this);
  }

  /**
   * Reads the stored lines, lights the cards, and starts failover. Returns how it stops: `freeze` leaves the cards
   * lit, as a system does that hangs; `stop` does not.
   */
  start(stored: readonly string[]): { freeze(): void; stop(): void } {
    const { spaces } = this;
    spaces.system.configuration.load(stored);
    spaces.refresh();
    this.log(startupBegins);
    const intake = this.#intake();
    const deaf = this.cards.listen(
      (hardware, frame) => intake.take(hardware, frame),
      (hardware, up) => spaces.all.forEach((space) => space.linkChanged(hardware, up)),
    );
    const deafToCable = this.medium.listen(this.process);
    const unwatched = this.config.onChange(() => this.#configChanged());
    this.#light();
    this.process.boot();
    this.#autoUpdate.configChanged();
    this.#started = true;
    for (const space of spaces.all) space.start();
    if (!this.failover().on) this.log(startupCompleted);
    const freeze = (): void => {
      for (const cancel of [unwatched, deaf, deafToCable]) cancel();
    };
    const stop = (): void => {
      freeze();
      this.cards.darken();
    };
    return { freeze, stop };
  }

  get started(): boolean {
    return this.#started;
  }

  /** The configuration of the system execution space; in single mode there is no other. */
  get config(): ConfigTree {
    return this.spaces.system.config;
  }

  /** The unit's own clock, which is not quite right. */
  get deviceTime(): Date {
    return this.toDeviceTime(this.clock.wall());
  }

  /** A date as this unit would have read it on its own clock. */
  toDeviceTime(date: Date): Date {
    return new Date(date.getTime() + this.box.clockSkewMs);
  }

  get designation(): UnitName {
    return this.failover().unit;
  }

  /** A group that is finding its place in the pair keeps off the networks: its addresses may be the mate's. */
  standing(group: GroupId): GroupStanding {
    const { state, role } = this.process.group(group);
    return { state, role, holdsBack: !this.#started || (role !== 'active' && isFindingItsPlace(state)) };
  }

  identity(): UnitIdentity {
    return this.#identity();
  }

  card(): CardReading | undefined {
    return cardReading(this.box);
  }

  failover(): FailoverConfig {
    return this.medium.settings;
  }

  /** Of every execution space. */
  interfaces(): readonly InterfaceSettings[] {
    return this.spaces.interfaces();
  }

  linkUp(hardware: string): boolean {
    return this.cards.linkUp(hardware);
  }

  addressOf(one: InterfaceSettings): string {
    return this.spaces.of(one).addressOf(one);
  }

  macOf(one: InterfaceSettings): Mac {
    return this.spaces.of(one).macOf(one);
  }

  /** Where the networks reach this unit at an address now, if they do. */
  reachedAt(address: string): { readonly space: Space; readonly at: InterfaceSettings } | undefined {
    for (const space of this.spaces.all) {
      const at = space.traffic.find(
        (one) => !one.shutdown && this.linkUp(one.hardware) && space.addressOf(one) === address,
      );
      if (at && !space.standing.holdsBack) return { space, at };
    }
    return undefined;
  }

  send(over: InterfaceSettings, message: FailoverMessage): void {
    this.post.tell(over, message);
  }

  announce(what: Announcement, group?: GroupId): void {
    this.#around.announce(what, this.#named(group));
  }

  show(line: string): void {
    this.#around.show(line);
  }

  /** The system itself has no way to a log host: in multiple mode it speaks through the admin context. */
  log(message: SystemMessage): void {
    this.spaces.admin.log(message);
  }

  report(choose: (say: FailoverMessages) => SystemMessage, group?: GroupId): void {
    this.log(choose(failoverMessages(this.designation, this.#named(group))));
  }

  failoverLink(up: boolean): void {
    if (this.failover().on && this.medium.cable === undefined) this.report((say) => say.lanInterface(up));
  }

  enter(
    space: Space,
    origin: 'stored' | 'replicated',
    section: string | undefined,
    line: string,
  ): string | undefined {
    return this.#around.enter(this, space, origin, section, line);
  }

  store(lines: readonly string[]): void {
    this.#around.store(lines);
  }

  restart(): void {
    this.#around.restart();
  }

  /** Only in Active/Active is a group spoken of. */
  #named(group: GroupId | undefined): GroupId | undefined {
    return this.failover().mode === 'active-active' ? group : undefined;
  }

  #intake(): Intake {
    return new Intake({
      clock: this.clock,
      interfaces: () => this.interfaces(),
      failover: () => this.failover(),
      spaceOf: (one) => this.spaces.of(one),
      post: this.post,
      hear: (over, message) => this.process.receive(over, message),
      complain: () => this.announce('decryption-failure'),
    });
  }

  #configChanged(): void {
    this.spaces.refresh();
    this.#light();
    this.process.configChanged();
    this.#autoUpdate.configChanged();
    for (const space of this.spaces.all) space.configChanged();
  }

  #light(): void {
    for (const one of this.spaces.system.interfaces()) {
      if (one.name === one.hardware) this.cards.light(one.hardware, !one.shutdown);
    }
  }
}
