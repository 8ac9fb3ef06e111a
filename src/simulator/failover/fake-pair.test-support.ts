/** Two failover processes and what they need of their units: cards, wires between them, and settings; no command line. */
import { type GroupId, mateOf, type UnitName, unitNames } from '../../pair/index.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import type { FailoverConfig } from '../config/failover-settings.ts';
import type { GroupSettings } from '../config/group-settings.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import { honestTraits } from '../defect/unit-traits.ts';
import { LifeClock } from '../ground/life-clock.ts';
import { seededRandom } from '../ground/random.ts';
import { failoverMessages } from '../syslog/failover-messages.ts';
import type { AddressRole, Announcement, FailoverHost } from './host.ts';
import type { ConfigPiece, FailoverMessage } from '../message/failover-message.ts';
import { FailoverProcess } from './process.ts';

type Groups = readonly (Partial<GroupSettings> & { readonly id: GroupId })[];

/** Two groups, each of which prefers another unit. */
export const splitGroups: Groups = [
  { id: 1, prefers: 'primary' },
  { id: 2, prefers: 'secondary' },
];

const cards = { folink: 'Gi0/2', a1: 'Gi0/0', a2: 'Gi0/1', b1: 'Gi0/4', b2: 'Gi0/5' } as const;
type Wire = keyof typeof cards;

function one(nameif: Wire, context?: string, group: GroupId = 1): InterfaceSettings {
  const isLink = context === undefined;
  return {
    name: cards[nameif],
    hardware: cards[nameif],
    purpose: isLink ? 'failover' : 'traffic',
    shutdown: false,
    nameif,
    securityLevel: 0,
    active: '192.0.2.1',
    standby: '192.0.2.2',
    monitored: !isLink,
    context,
    group,
  };
}

const interfaces = [one('folink'), one('a1', 'a'), one('a2', 'a'), one('b1', 'b', 2), one('b2', 'b', 2)];

function settingsFrom(unit: UnitName, on: boolean, groups: Groups): FailoverConfig {
  const pair: GroupSettings = {
    id: 1,
    prefers: 'primary',
    interfacePollMs: 500,
    interfaceHoldMs: 5000,
    interfacePolicy: { count: 1 },
    replicateHttp: false,
    macs: {},
  };
  return {
    ...pair,
    on,
    unit,
    unitPollMs: 1000,
    unitHoldMs: 3000,
    mode: groups.length > 0 ? 'active-active' : 'active-standby',
    groups: groups.length > 0 ? groups.map((group) => ({ ...pair, ...group })) : [pair],
  };
}

/** One unit: its process between power on and power off, and everything that it said. */
class FakeUnit {
  readonly announced: string[] = [];
  readonly logged: string[] = [];
  readonly roles = new Map<GroupId, AddressRole>();
  readonly counts = new Map<string, number>();
  readonly #pair: FakePair;
  readonly name: UnitName;
  groups: Groups;
  cardDown = false;
  on = true;
  restarts = 0;
  process: FailoverProcess | undefined;
  #life: LifeClock | undefined;

  constructor(pair: FakePair, name: UnitName, groups: Groups) {
    this.#pair = pair;
    this.name = name;
    this.groups = groups;
  }

  get running(): FailoverProcess {
    if (!this.process) throw new Error(`the ${this.name} unit has no power`);
    return this.process;
  }

  boot(): void {
    this.off();
    this.#life = new LifeClock(this.#pair.clock);
    this.process = new FailoverProcess(this.#host(this.#life));
    this.process.boot();
  }

  off(): void {
    this.#life?.end();
    this.process = undefined;
  }

  /** Changes its settings, as if they had been typed. */
  configure(change: { readonly on?: boolean; readonly groups?: Groups }): void {
    this.on = change.on ?? this.on;
    this.groups = change.groups ?? this.groups;
    this.running.configChanged();
  }

  get #link(): FailoverHost['medium'] {
    const [name, pair, over] = [this.name, this.#pair, one('folink')];
    const send = (message: FailoverMessage): void => pair.carry(name, over, message);
    return {
      get line() {
        return { up: !pair.unplugged.has(`${name} ${over.hardware}`), busy: false, send, sealed: () => send };
      },
      cable: undefined,
    };
  }

  #host(clock: LifeClock): FailoverHost {
    const random = seededRandom(this.name === 'primary' ? 1 : 2);
    const settings = (): FailoverConfig => settingsFrom(this.name, this.on, this.groups);
    return {
      clock,
      box: { random, traits: honestTraits, serial: this.name, firmware: '9.2(4)', syncStepMs: 200 },
      burnedIn: {},
      identity: () => ({
        model: 'ASA5525',
        memoryMb: 8192,
        interfaces: ['GigabitEthernet0/0', 'GigabitEthernet0/1'],
        version: '9.2(4)',
        licence: {},
        mode: 'Routed',
        contexts: 'single',
      }),
      card: () => undefined,
      cardDown: () => this.cardDown,
      turnOff: () => this.configure({ on: false }),
      failover: settings,
      medium: this.#link,
      stateExchange: {
        stayAlive: () => undefined,
        mateHeard: () => undefined,
        take: () => undefined,
      },
      interfaces: () => interfaces,
      linkUp: (hardware) => !this.#pair.unplugged.has(`${this.name} ${hardware}`),
      received: (hardware) => this.counts.get(hardware) ?? 0,
      addressOf: () => '0.0.0.0',
      send: (over, message) => this.#pair.carry(this.name, over, message),
      recentNeighbours: () => [],
      sendArpRequest: () => undefined,
      sendBroadcastPing: (over) => this.#pair.answer(this, over),
      takeRole: (role, group) => void this.roles.set(group, role),
      learnMateMacs: () => false,
      announce: (what: Announcement, group) => this.announced.push([what, group ?? []].flat().join(' ')),
      notify: (text) => this.announced.push(text),
      log: ({ text }) => this.logged.push(text),
      report: (choose, group) => this.logged.push(choose(failoverMessages(this.name, group)).text),
      configuration: {
        forMate: (context): readonly ConfigPiece[] => [
          { context, group: 1, lines: [JSON.stringify(this.groups)] },
        ],
        replace: ([piece]) => {
          if (piece?.context === undefined) this.configure({ groups: JSON.parse(piece?.lines[0] ?? '[]') });
          else this.announced.push(`took context ${piece.context}`);
        },
        save: () => undefined,
      },
      applyCommand: () => undefined,
      changeFiles: () => undefined,
      run: () => undefined,
      hearUpdate: () => undefined,
      restart: () => {
        this.restarts += 1;
        this.boot();
      },
    };
  }
}

/** A pair whose wires can be cut; nothing but the units' own hellos passes over them. */
export class FakePair {
  readonly clock = new VirtualClock();
  /** Wires that carry nothing although both ends are lit. */
  readonly cut = new Set<Wire>();
  /** `primary Gi0/0`: a card without a link. */
  readonly unplugged = new Set<string>();
  readonly primary: FakeUnit;
  readonly secondary: FakeUnit;

  constructor(groups: Groups = splitGroups, ofSecondary: Groups = groups) {
    this.primary = new FakeUnit(this, 'primary', groups);
    this.secondary = new FakeUnit(this, 'secondary', ofSecondary);
  }

  /** Both boot at once; returns when both have settled. */
  async bootTogether(): Promise<this> {
    for (const unit of unitNames) this[unit].boot();
    await this.settled();
    return this;
  }

  /** Every group is active on one unit and ready on the other, and every interface is monitored. */
  async settled(capMs = 60_000): Promise<void> {
    await this.until(() => {
      const words = this.states().flatMap((row) => row);
      return !words.some((state) => !['active', 'standby-ready'].includes(state)) && this.#monitored();
    }, capMs);
    // An order that is due at the first hello after this has been obeyed by then.
    await this.clock.advance(2500);
  }

  async until(happened: () => boolean, capMs = 60_000): Promise<number> {
    const fromMs = this.clock.nowMs();
    while (!happened()) {
      if (this.clock.nowMs() - fromMs > capMs)
        throw new Error(`did not happen within ${capMs} ms: ${this.shown()}`);
      await this.clock.advance(20);
    }
    return this.clock.nowMs() - fromMs;
  }

  /** The states of group 1 on the primary and the secondary unit, then those of group 2. */
  states(): [string, string][] {
    return ([1, 2] as const).map((id) => [this.#stateOf('primary', id), this.#stateOf('secondary', id)]);
  }

  /** `active standby-ready | standby-ready active` */
  shown(): string {
    return this.states()
      .map((row) => row.join(' '))
      .join(' | ');
  }

  unplug(unit: UnitName, wire: Wire): void {
    this.unplugged.add(`${unit} ${cards[wire]}`);
  }

  plug(unit: UnitName, wire: Wire): void {
    this.unplugged.delete(`${unit} ${cards[wire]}`);
  }

  /** Every wire and every card is as it should be. */
  heal(): void {
    this.cut.clear();
    this.unplugged.clear();
  }

  carry(from: UnitName, over: InterfaceSettings, message: FailoverMessage): void {
    const mate = this[mateOf(from)];
    const wire = over.nameif ?? '';
    const isDead = [...this.cut].some((each) => each === wire);
    const isDark = unitNames.some((unit) => this.unplugged.has(`${unit} ${over.hardware}`));
    if (isDead || isDark) return;
    const to = mate.process;
    this.clock.after(1, () => {
      if (mate.process !== to) return;
      mate.counts.set(over.hardware, (mate.counts.get(over.hardware) ?? 0) + 1);
      to?.receive(over, message);
    });
  }

  /** Hosts on every network answer a broadcast ping, if it reaches them. */
  answer(unit: FakeUnit, over: InterfaceSettings): void {
    const isDead = [...this.cut].some((wire) => wire === over.nameif);
    if (isDead || this.unplugged.has(`${unit.name} ${over.hardware}`)) return;
    this.clock.after(1, () => unit.counts.set(over.hardware, (unit.counts.get(over.hardware) ?? 0) + 1));
  }

  #stateOf(unit: UnitName, id: GroupId): string {
    return this[unit].process?.group(id).state ?? 'off';
  }

  #monitored(): boolean {
    return unitNames.every((unit) =>
      (this[unit].process?.groups ?? []).every(({ monitor }) =>
        monitor
          .readings()
          .every(({ health, monitoring }) => health === 'normal' && monitoring === 'monitored'),
      ),
    );
  }
}
