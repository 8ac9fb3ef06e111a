/** PDUs and switches at the seam of the drivers, with relays of their own, and everything that goes wrong with them. */
import { join } from 'node:path';
import type { OutletReading, Pdu, Switch } from '../../device/index.ts';
import { BenchError } from '../../errors.ts';
import { unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import { readTopology } from '../../topology/index.ts';
import type { Topology } from '../../topology/index.ts';
import type { VirtualClock } from '../../virtual-clock.ts';

const simulated = readTopology(join(import.meta.dirname, '../../../topologies/simulated.yaml')).topology;

/** How a PDU treats its commands, one after the other, and what it says of its outlets. */
export interface Temper {
  /** The truth, always on, or what it was told last. */
  readonly says: 'truth' | 'on' | 'what-it-was-told';
  /** What becomes of each command in turn, from the beginning again when they are over; a share of its time to settle. */
  readonly commands: readonly {
    readonly lateBy: number;
    /** `deaf` says yes and does nothing; `lost` does it and says nothing; `broken` neither does it nor says so. */
    readonly does: 'done' | 'deaf' | 'lost' | 'broken';
  }[];
  readonly tellsPending: boolean;
  /** Every so many readings fail; 0 for none. */
  readonly failsEvery: number;
  readonly answersInMs: number;
}

export interface RackPlan {
  readonly pdus: readonly { readonly settle: number; readonly dwell: number; readonly temper: Temper }[];
  /** Of each unit: on which PDU each of its feeds is. */
  readonly feeds: Readonly<Record<UnitName, readonly number[]>>;
  readonly limits: Readonly<Record<UnitName, { readonly hour: number; readonly day: number }>>;
  /** Feeds that were off before anything was done, and such as are called otherwise on their PDU; by their order. */
  readonly offAtFirst: readonly number[];
  readonly misnamed: readonly number[];
}

export const keptOutlet = '8';
export const keptPort = 'GigabitEthernet1/0/24';

/** The topology of such a rack: outlets are given out in the order of the feeds. */
export function topologyOf({ pdus, feeds, limits }: RackPlan): Topology {
  const [template] = Object.values(simulated.pdus);
  const given = new Map<number, number>();
  const unit = (name: UnitName): Topology['units']['primary'] => ({
    ...simulated.units[name],
    power: feeds[name].map((at) => {
      const outlet = (given.get(at) ?? 0) + 1;
      given.set(at, outlet);
      return { pdu: `pdu${at}`, outlet: String(outlet), label: `fw-${name}` };
    }),
    'power-cycles': limits[name],
  });
  return {
    ...simulated,
    pdus: Object.fromEntries(
      pdus.map(({ settle, dwell }, at) => [
        `pdu${at}`,
        { ...template!, settle, dwell, poll: 100, protected: [keptOutlet] },
      ]),
    ),
    switches: { sw1: { ...simulated.switches['sw1']!, protected: [keptPort] } },
    units: { primary: unit('primary'), secondary: unit('secondary') },
  };
}

interface Outlet {
  on: boolean;
  told: 'on' | 'off' | undefined;
  pending: number;
  /** When it went off by our doing, an instant of the clock. */
  offMs?: number;
  /** What becomes of later commands waits for earlier ones. */
  busyUntilMs: number;
  readonly label: string | undefined;
}

/** A rack that remembers everything that ever should not have happened to it. */
export class FakeRack {
  readonly topology: Topology;
  readonly wrongs: string[] = [];
  /** Which unit writes to its flash, and until when. */
  readonly writesUntilMs: Record<UnitName, number> = { primary: -1, secondary: -1 };
  readonly #plan: RackPlan;
  readonly #clock: VirtualClock;
  readonly #outlets = new Map<string, Outlet>();
  readonly #readings = new Map<string, number>();
  readonly #commands = new Map<string, number>();
  /** When each unit was told what made it dark. */
  readonly #darkened: Record<UnitName, number[]> = { primary: [], secondary: [] };
  readonly #toldOff = new Map<string, number[]>();
  /** How many acts have reached a driver. */
  reached = 0;

  constructor(plan: RackPlan, clock: VirtualClock) {
    this.#plan = plan;
    this.#clock = clock;
    this.topology = topologyOf(plan);
    const feeds = unitNames.flatMap((unit) => this.topology.units[unit].power);
    feeds.forEach(({ pdu, outlet, label }, at) =>
      this.#outlets.set(`${pdu} ${outlet}`, {
        on: !plan.offAtFirst.includes(at),
        told: undefined,
        pending: 0,
        busyUntilMs: 0,
        label: plan.misnamed.includes(at) ? 'somebody else' : label,
      }),
    );
  }

  writes(unit: UnitName): string | undefined {
    return this.#clock.nowMs() < this.writesUntilMs[unit] ? 'Writing' : undefined;
  }

  isDark(unit: UnitName): boolean {
    return this.topology.units[unit].power.every(({ pdu, outlet }) => !this.#at(pdu, outlet).on);
  }

  /** The drivers as one process has them: when that is dead, nothing more comes of them. */
  pdus(isAlive: () => boolean): readonly Pdu[] {
    return this.#plan.pdus.map((_pdu, at) => this.#pdu(`pdu${at}`, at, isAlive));
  }

  switch(isAlive: () => boolean): Switch {
    const cabled = unitNames.flatMap((unit) =>
      Object.values(this.topology.units[unit].cables).map(({ port }) => port),
    );
    const told = async (port: string): Promise<{ raw: string; askedMs: number; answeredMs: number }> => {
      if (!isAlive()) return never();
      this.reached += 1;
      if (!cabled.includes(port)) this.wrongs.push(`${port} was touched`);
      return { raw: 'yes', askedMs: this.#clock.nowMs(), answeredMs: this.#clock.nowMs() };
    };
    return {
      name: 'sw1',
      setPort: told,
      setVlan: told,
      close: () => Promise.resolve(),
    } as Partial<Switch> as Switch;
  }

  #at(pdu: string, outlet: string): Outlet {
    const found = this.#outlets.get(`${pdu} ${outlet}`);
    if (!found) throw new BenchError(pdu, `there is no outlet ${outlet}`);
    return found;
  }

  #pdu(name: string, at: number, isAlive: () => boolean): Pdu {
    const { temper } = this.#plan.pdus[at]!;
    let flights = 0;
    const passed = (ms: number): Promise<void> =>
      new Promise((resolve) => void this.#clock.after(ms, () => resolve()));
    return {
      name,
      outlets: () => Promise.resolve([]),
      read: async (outlet): Promise<OutletReading> => {
        const count = (this.#readings.get(name) ?? 0) + 1;
        this.#readings.set(name, count);
        const askedMs = this.#clock.nowMs();
        await passed(temper.answersInMs);
        if (!isAlive()) return never();
        if (temper.failsEvery > 0 && count % temper.failsEvery === 0) throw new BenchError(name, 'no answer');
        const it = this.#at(name, outlet);
        const said = {
          truth: it.on ? 'on' : 'off',
          on: 'on',
          'what-it-was-told': it.told ?? (it.on ? 'on' : 'off'),
        } as const;
        return {
          power: said[temper.says],
          ...(temper.tellsPending ? { pending: it.pending > 0 } : {}),
          ...(it.label === undefined ? {} : { label: it.label }),
          raw: '',
          askedMs,
          answeredMs: this.#clock.nowMs(),
        };
      },
      set: async (outlet, wish) => {
        if (!isAlive()) return never();
        const askedMs = this.#clock.nowMs();
        flights += 1;
        if (flights > 1) this.wrongs.push(`${flights} commands at once to ${name}`);
        try {
          const does = this.#told(name, at, outlet, wish);
          await passed(temper.answersInMs);
          if (!isAlive()) return never();
          if (does === 'lost' || does === 'broken') throw new BenchError(name, 'no answer');
          return { raw: wish, askedMs, answeredMs: this.#clock.nowMs() };
        } finally {
          flights -= 1;
        }
      },
      close: () => Promise.resolve(),
    };
  }

  #told(name: string, at: number, outlet: string, wish: 'on' | 'off'): string {
    this.reached += 1;
    const { temper, settle } = this.#plan.pdus[at]!;
    const key = `${name} ${outlet}`;
    const it = this.#outlets.get(key);
    if (!it) {
      this.wrongs.push(`outlet ${outlet} of ${name} was touched`);
      return 'done';
    }
    const nowMs = this.#clock.nowMs();
    if (it.label === 'somebody else')
      this.wrongs.push(`outlet ${outlet} of ${name} was touched, which is another's`);
    const unit = unitNames.find((one) =>
      this.topology.units[one].power.some((feed) => feed.pdu === name && feed.outlet === outlet),
    )!;
    if (wish === 'off' && this.writes(unit) !== undefined) this.wrongs.push(`${unit} was cut while it wrote`);
    if (wish === 'off' && it.told !== 'off') this.#count(unit, this.#toldOff, key, nowMs);
    it.told = wish;
    const count = this.#commands.get(name) ?? 0;
    this.#commands.set(name, count + 1);
    const { lateBy, does } = temper.commands[count % temper.commands.length]!;
    if (does === 'deaf' || does === 'broken') return does;
    it.pending += 1;
    it.busyUntilMs = Math.max(it.busyUntilMs, nowMs + Math.min(1, lateBy) * settle);
    this.#clock.after(it.busyUntilMs - nowMs, () => {
      it.pending -= 1;
      this.#relay(unit, name, it, wish, nowMs);
    });
    return does;
  }

  #relay(unit: UnitName, pdu: string, it: Outlet, wish: 'on' | 'off', toldMs: number): void {
    const nowMs = this.#clock.nowMs();
    const wasDark = this.isDark(unit);
    const was = it.on;
    it.on = wish === 'on';
    if (was === it.on) return;
    if (it.on) {
      // Of one that says off before it is, nobody else can tell when it went off.
      const isTold = this.#plan.pdus[Number(pdu.slice(3))]?.temper.says === 'what-it-was-told';
      const offFor = nowMs - (it.offMs ?? -Infinity);
      if (!isTold && offFor < this.topology.pdus[pdu]!.dwell - 1e-6)
        this.wrongs.push(`an outlet of ${pdu} was off for ${offFor} ms only`);
      return;
    }
    it.offMs = nowMs;
    if (unitNames.every((one) => this.isDark(one))) this.wrongs.push('both units are dark');
    if (!wasDark && this.isDark(unit)) {
      this.#darkened[unit].push(toldMs);
      this.#limit(unit, this.#darkened[unit], `${unit} went dark`);
    }
  }

  #count(unit: UnitName, of: Map<string, number[]>, key: string, nowMs: number): void {
    const times = of.get(key) ?? [];
    times.push(nowMs);
    of.set(key, times);
    this.#limit(unit, times, key);
  }

  /** In every window that ends with the latest. */
  #limit(unit: UnitName, times: readonly number[], what: string): void {
    const latest = Math.max(...times);
    const limits = this.topology.units[unit]['power-cycles'];
    for (const [per, ms] of [
      ['hour', 3_600_000],
      ['day', 86_400_000],
    ] as const) {
      const count = times.filter((each) => latest - each <= ms).length;
      if (count > limits[per]) this.wrongs.push(`${what}: ${count} cuts in one ${per}`);
    }
  }
}

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);
