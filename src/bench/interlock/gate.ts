import { pause } from '../../clock.ts';
import type { Clock } from '../../clock.ts';
import type { OutletReading, Pdu, Switch } from '../../device/index.ts';
import { BenchError, messageOf } from '../../errors.ts';
import { mateOf } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import type { Topology } from '../../topology/index.ts';
import type { FeedAt } from '../breaking/power.ts';
import type { BenchFolder } from '../kept/bench-folder.ts';
import type { Progress } from '../progress.ts';
import { actText, deviceOf, fedBy } from './act.ts';
import type { Act, OutletAct } from './act.ts';
import type { Asked, Interlock, Known } from './interlock.ts';
import { interlocks as allInterlocks } from './interlocks.ts';
import { linesInMemory } from './kept-lines.ts';
import type { PowerLines } from './kept-lines.ts';
import { Lane } from './lane.ts';
import { linesInFile } from './lines-in-file.ts';
import { machineTime, surelySinceMs } from './moment.ts';
import type { MachineTime } from './moment.ts';
import { PowerHistory } from './power-history.ts';

/** What a gate stands before. */
export interface GateOpening {
  readonly topology: Topology;
  readonly clock: Clock;
  readonly progress: Progress;
  /** Where it is kept when power was cut; left out for a bench that ends with its process. */
  readonly kept?: BenchFolder | undefined;
  /** What a unit is heard to write to its flash, in words. */
  readonly writes?: (unit: UnitName) => string | undefined;
  /** All of them, if left out. */
  readonly interlocks?: readonly Interlock[];
  /** Other lines than those of `kept`, and another time than that of this machine. */
  readonly lines?: PowerLines;
  readonly time?: MachineTime;
}

/** An outlet that is told off again and again while it is to go on is left to whoever does that. */
const mostTries = 5;

type Told = Awaited<ReturnType<Pdu['set']>>;

/**
 * The one place that decides whether a PDU or a switch may be told something. All drivers of a bench stand behind one
 * gate, and there is no other way to them.
 */
export class Gate {
  readonly #opening: GateOpening;
  readonly #interlocks: readonly Interlock[];
  readonly #lines: PowerLines;
  readonly #time: MachineTime;
  readonly #pdus = new Map<string, Pdu>();
  readonly #lanes = new Map<string, Lane>();
  #history: PowerHistory | undefined;

  constructor(opening: GateOpening) {
    const { kept, clock, lines, time, interlocks } = opening;
    this.#opening = opening;
    this.#interlocks = interlocks ?? allInterlocks;
    this.#lines = lines ?? (kept ? linesInFile(kept) : linesInMemory());
    this.#time = time ?? machineTime(clock);
  }

  /** What was done to the power of the units. Throws `BenchError` where what is kept of it cannot be read. */
  get history(): PowerHistory {
    return (this.#history ??= new PowerHistory(this.#lines, this.#time));
  }

  /** The PDU behind the gate. */
  guardPdu(pdu: Pdu): Pdu {
    this.#pdus.set(pdu.name, pdu);
    return {
      name: pdu.name,
      outlets: () => pdu.outlets(),
      read: (outlet) => this.#read({ pdu: pdu.name, outlet }),
      set: (outlet, wish) =>
        this.#switchOutlet({ kind: 'outlet', pdu: pdu.name, outlet, wish }, () => pdu.set(outlet, wish)),
      close: async () => {
        if (this.#pdus.get(pdu.name) === pdu) this.#pdus.delete(pdu.name);
        await pdu.close();
      },
    };
  }

  /** The switch behind the gate. */
  guardSwitch(of: Switch): Switch {
    const { name } = of;
    return {
      name,
      ports: () => of.ports(),
      readPort: (port) => of.readPort(port),
      portSettings: (port) => of.portSettings(port),
      portCounters: (port) => of.portCounters(port),
      macTable: () => of.macTable(),
      vlans: () => of.vlans(),
      readVlan: (port) => of.readVlan(port),
      setPort: (port, wish) =>
        this.#setPort({ kind: 'port', switch: name, port, wish }, () => of.setPort(port, wish)),
      setVlan: (port, vlan) =>
        this.#setPort({ kind: 'port', switch: name, port, wish: { vlan } }, () => of.setVlan(port, vlan)),
      close: () => of.close(),
    };
  }

  async #setPort(act: Act, tell: () => Promise<Told>): Promise<Told> {
    const known = this.#known(this.#historyAtLeast());
    this.#refuse(act, known);
    await this.#doubt(act, known);
    return this.#laneOf(act).take(() => {
      this.#refuse(act, known);
      return tell();
    });
  }

  #switchOutlet(act: OutletAct, tell: () => Promise<Told>): Promise<Told> {
    return act.wish === 'off' ? this.#cut(act, tell) : this.#giveBack(act, tell);
  }

  /** It is claimed before anything is asked: two that ask at once must not each find the other's unit on. */
  async #cut(act: OutletAct, tell: () => Promise<Told>): Promise<Told> {
    const { history } = this;
    const known = this.#known(history);
    await this.#untilSettled(act, history);
    this.#refuse(act, known);
    const feed = { pdu: act.pdu, outlet: act.outlet };
    const unit = this.#unitOf(act);
    const unclaim = history.claim(unit, feed);
    try {
      await this.#doubt(act, known);
      return await this.#laneOf(act).take(() => {
        this.#refuse(act, known);
        this.#lastWord(act, known);
        history.toldOff(unit, feed);
        return tell();
      });
    } finally {
      unclaim();
    }
  }

  /** What is kept must not keep a unit dark: where it cannot be read or written, that is said, and power comes back. */
  async #giveBack(act: OutletAct, tell: () => Promise<Told>): Promise<Told> {
    const history = this.#historyAtLeast();
    const known = this.#known(history);
    const feed = { pdu: act.pdu, outlet: act.outlet };
    const unit = this.#unitOf(act);
    for (let tries = 0; ; tries += 1) {
      this.#refuse(act, known);
      await this.#doubt(act, known);
      const told = await this.#laneOf(act).take(async () => {
        // Somebody may have told it off while we waited: then its time begins anew, and so do we.
        if (tries < mostTries && this.#lastWordOn(act, known) !== undefined) return undefined;
        this.#refuse(act, known);
        this.#lastWord(act, known);
        this.#noting(() => history.toldOn(unit, feed));
        const said = await tell();
        this.#noting(() => history.saidYes(feed));
        return said;
      });
      if (told) return told;
    }
  }

  /**
   * What was told on is looked at once more when it had its time to settle: this outlet, and those of the other unit.
   * What an earlier process told off, and reads on, is told on first: then nothing else can be on its way.
   */
  async #untilSettled(act: OutletAct, history: PowerHistory): Promise<void> {
    const mates = fedBy(this.#opening.topology, act).flatMap((unit) => history.takenFrom(mateOf(unit)));
    for (const { feed } of [history.takenAt(act) ?? [], ...mates].flat()) {
      if (history.isOfEarlier(feed)) await this.#tellOnceMore(feed);
      const saidYes = history.takenAt(feed)?.saidYes;
      if (!saidYes) continue;
      const leftMs = this.#settleOf(feed) - surelySinceMs(history.time, saidYes);
      // Fractions of milliseconds do not add up.
      if (leftMs > 0) await this.#wait(leftMs + 1, `outlet ${feed.outlet} of ${feed.pdu} settles`);
      await this.#read(feed);
    }
  }

  async #tellOnceMore(feed: FeedAt): Promise<void> {
    const { power, pending } = await this.#read(feed);
    if (power !== 'on' || pending === true) return;
    const tell = async (): Promise<Told> => this.#pduOf(feed).set(feed.outlet, 'on');
    await this.#giveBack({ kind: 'outlet', ...feed, wish: 'on' }, tell);
  }

  #pduOf({ pdu, outlet }: FeedAt): Pdu {
    const found = this.#pdus.get(pdu);
    if (found) return found;
    throw new BenchError(pdu, `nobody knows how outlet ${outlet} is: the PDU is not open`);
  }

  async #read(feed: FeedAt): Promise<OutletReading> {
    const reading = await this.#pduOf(feed).read(feed.outlet);
    this.#noting(() => this.#history?.saw(feed, reading, this.#settleOf(feed)));
    return reading;
  }

  #settleOf({ pdu }: FeedAt): number {
    return this.#opening.topology.pdus[pdu]?.settle ?? 0;
  }

  async #wait(ms: number, why: string): Promise<void> {
    const { clock, progress } = this.#opening;
    const over = progress.waiting(why, ms);
    await pause(clock, ms).finally(over);
  }

  #known(history: PowerHistory): Known {
    return { topology: this.#opening.topology, history };
  }

  #refuse(act: Act, known: Known): void {
    for (const interlock of this.#interlocks) {
      const why = interlock.refusal?.(act, known);
      if (why !== undefined) throw refused(act, why);
    }
  }

  async #doubt(act: Act, known: Known): Promise<void> {
    for (const interlock of this.#interlocks) {
      const why = await interlock.doubt?.(act, this.#asked(known));
      if (why !== undefined) throw refused(act, why);
    }
  }

  #lastWord(act: Act, known: Known): void {
    const why = this.#lastWordOn(act, known);
    if (why !== undefined) throw refused(act, why);
  }

  #lastWordOn(act: Act, known: Known): string | undefined {
    const asked = this.#asked(known);
    return this.#interlocks.map((each) => each.lastWord?.(act, asked)).find((why) => why !== undefined);
  }

  #asked(known: Known): Asked {
    return {
      ...known,
      read: (feed) => this.#read(feed),
      writes: (unit) => this.#opening.writes?.(unit),
      wait: (ms, why) => this.#wait(ms, why),
    };
  }

  #unitOf(act: OutletAct): UnitName {
    const [unit] = fedBy(this.#opening.topology, act);
    if (unit) return unit;
    throw refused(act, 'as the topology has it, it feeds no unit of this pair');
  }

  #laneOf(act: Act): Lane {
    const device = deviceOf(act);
    const lane = this.#lanes.get(device) ?? new Lane(device);
    this.#lanes.set(device, lane);
    return lane;
  }

  /** Where what is kept cannot be read, one that knows nothing: with it nothing is cut, and outlets rest before they go on. */
  #historyAtLeast(): PowerHistory {
    try {
      return this.history;
    } catch (error) {
      if (!(error instanceof BenchError)) throw error;
      this.#opening.progress.say(messageOf(error));
      return PowerHistory.unknown(this.#time);
    }
  }

  #noting(work: () => unknown): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof BenchError)) throw error;
      this.#opening.progress.say(messageOf(error));
    }
  }
}

function refused(act: Act, why: string): BenchError {
  return new BenchError(deviceOf(act), `${actText(act)}: not done, ${why}`);
}
