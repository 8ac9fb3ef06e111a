import type { Clock } from '../../clock.ts';
import type { GroupId } from '../../pair/index.ts';
import type { Box } from '../box/box.ts';
import type { Cards } from '../box/cards.ts';
import type { ConfigTree } from '../config/config-tree.ts';
import type { FailoverConfig } from '../config/failover-settings.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { Mac } from '../fabric/frame.ts';
import type { AddressRole, Announcement, FailoverHost } from '../failover/host.ts';
import type { CardReading, FailoverMessage, RunRequest, RunResult } from '../message/failover-message.ts';
import type { FileChange } from '../message/file-change.ts';
import type { UnitIdentity } from '../message/unit-identity.ts';
import type { UpdateMessage } from '../message/update-message.ts';
import type { FailoverMessages } from '../syslog/failover-messages.ts';
import type { SystemMessage } from '../syslog/system-message.ts';
import type { MateMedium } from './mate/mate-medium.ts';
import type { Space } from './space.ts';
import type { Spaces } from './spaces.ts';
import type { StateExchange } from './state/state-exchange.ts';

/** The unit that its failover process runs on. */
export interface LendingUnit {
  readonly box: Box;
  readonly clock: Clock;
  readonly config: ConfigTree;
  readonly spaces: Spaces;
  readonly cards: Cards;
  readonly medium: MateMedium;
  readonly stateExchange: StateExchange;
  readonly burnedIn: Readonly<Record<string, Mac>>;
  /** Whether the boot is over. */
  readonly started: boolean;
  identity(): UnitIdentity;
  card(): CardReading | undefined;
  failover(): FailoverConfig;
  interfaces(): readonly InterfaceSettings[];
  linkUp(hardware: string): boolean;
  addressOf(one: InterfaceSettings): string;
  send(over: InterfaceSettings, message: FailoverMessage): void;
  /** Enters one configuration line. */
  enter(space: Space, origin: 'replicated', section: string | undefined, line: string): unknown;
  announce(what: Announcement, group?: GroupId): void;
  log(message: SystemMessage): void;
  report(choose: (say: FailoverMessages) => SystemMessage, group?: GroupId): void;
  restart(): void;
}

/** What is done for failover outside the unit's own system. */
export interface FailoverErrands extends Pick<FailoverHost, 'notify' | 'run' | 'hearUpdate'> {
  /** The unit answers for other addresses from now on. */
  readdressed(): void;
}

/** What a unit lends its failover process. */
export class LentToFailover implements FailoverHost {
  readonly #unit: LendingUnit;
  readonly #errands: FailoverErrands;
  readonly #roles = new Map<GroupId, AddressRole>();

  constructor(unit: LendingUnit, errands: FailoverErrands) {
    this.#unit = unit;
    this.#errands = errands;
  }

  get box(): Box {
    return this.#unit.box;
  }

  get clock(): Clock {
    return this.#unit.clock;
  }

  get burnedIn(): Readonly<Record<string, Mac>> {
    return this.#unit.burnedIn;
  }

  get medium(): MateMedium {
    return this.#unit.medium;
  }

  get stateExchange(): StateExchange {
    return this.#unit.stateExchange;
  }

  get configuration(): Spaces {
    return this.#unit.spaces;
  }

  identity(): UnitIdentity {
    return this.#unit.identity();
  }

  card(): CardReading | undefined {
    return this.#unit.card();
  }

  cardDown(): boolean {
    const { module } = this.#unit.box;
    return module !== undefined && module.status !== 'Up';
  }

  turnOff(): void {
    this.#unit.config.remove('failover');
  }

  failover(): FailoverConfig {
    return this.#unit.failover();
  }

  interfaces(): readonly InterfaceSettings[] {
    return this.#unit.interfaces();
  }

  linkUp(hardware: string): boolean {
    return this.#unit.linkUp(hardware);
  }

  received(hardware: string): number {
    return this.#unit.cards.counters(hardware)?.packetsIn ?? 0;
  }

  addressOf(one: InterfaceSettings): string {
    return this.#unit.addressOf(one);
  }

  send(over: InterfaceSettings, message: FailoverMessage): void {
    this.#unit.send(over, message);
  }

  recentNeighbours(one: InterfaceSettings): readonly string[] {
    return this.#unit.spaces.of(one).forwarding.recentNeighbours(one);
  }

  sendArpRequest(one: InterfaceSettings, address: string): void {
    this.#unit.spaces.of(one).forwarding.askFor(one, address);
  }

  sendBroadcastPing(one: InterfaceSettings): void {
    this.#unit.spaces.of(one).forwarding.pingEveryone(one);
  }

  takeRole(role: AddressRole, group: GroupId): void {
    const { spaces, started } = this.#unit;
    const changed = started && role !== this.#roles.get(group);
    this.#roles.set(group, role);
    for (const space of spaces.all) if (space.group === group) space.roleTaken(changed);
    this.#errands.readdressed();
  }

  learnMateMacs(burnedIn: Readonly<Record<string, Mac>>): void {
    this.#unit.spaces.learnMateMacs(burnedIn);
  }

  announce(what: Announcement, group?: GroupId): void {
    this.#unit.announce(what, group);
  }

  notify(text: string): void {
    this.#errands.notify(text);
  }

  log(message: SystemMessage): void {
    this.#unit.log(message);
  }

  report(choose: (say: FailoverMessages) => SystemMessage, group?: GroupId): void {
    this.#unit.report(choose, group);
  }

  applyCommand(context: string | undefined, section: string | undefined, line: string): void {
    const space = this.#unit.spaces.find(context);
    if (space) this.#unit.enter(space, 'replicated', section, line);
  }

  changeFiles(change: FileChange): void {
    this.#unit.box.files.change(change);
  }

  run(request: RunRequest, done: (result: RunResult) => void): void {
    this.#errands.run(request, done);
  }

  hearUpdate(message: UpdateMessage): void {
    this.#errands.hearUpdate(message);
  }

  restart(): void {
    this.#unit.restart();
  }
}
