import type { OutletReading } from '../../device/index.ts';
import type { UnitName } from '../../pair/index.ts';
import type { FeedAt } from '../breaking/power.ts';
import { linesInMemory } from './kept-lines.ts';
import type { PowerLine, PowerLines } from './kept-lines.ts';
import { momentNow, sinceMs, surelySinceMs } from './moment.ts';
import type { MachineTime, Moment } from './moment.ts';

/** A feed that was told off, until it is surely on again. */
export interface TakenFeed {
  readonly unit: UnitName;
  readonly feed: FeedAt;
  readonly toldOff: Moment;
  /** When it was first read off. */
  readonly readOff?: Moment;
  /** When it was told on, since it was last told off. */
  readonly toldOn?: Moment;
  /** When its PDU said yes to that. */
  readonly saidYes?: Moment;
}

/** One time that power of a unit was cut: by any of its feeds, each of them once; `at` is when the last of them was. */
interface Cycle {
  at: Moment;
  readonly feeds: Set<string>;
  /** Feeds that were told on, and may have followed only after this cut began: going off, they cut once more. */
  readonly late: ReadonlySet<string>;
  /** Whether a feed of the unit was told on since. */
  isOver: boolean;
}

/** The longest time over which cuts are counted, in milliseconds. */
const dayMs = 24 * 3_600_000;
/** Lines that are kept before the old ones among them are left out. */
const manyLines = 2000;

const keyOf = ({ pdu, outlet }: FeedAt): string => JSON.stringify([pdu, outlet]);

/**
 * What was done to the power of both units, in this run and in those before it. It is written down before it is done;
 * what we were told of by a PDU is added as we read it.
 */
export class PowerHistory {
  readonly time: MachineTime;
  readonly #kept: PowerLines;
  readonly #taken = new Map<string, TakenFeed>();
  readonly #cycles: Record<UnitName, Cycle[]> = { primary: [], secondary: [] };
  /** Told off by an earlier process, and neither told off nor on since. */
  readonly #earlier = new Set<string>();
  #isKnown = true;
  /** What is about to be told off, while the devices are asked whether it may be. */
  readonly #claimed = new Map<string, { readonly unit: UnitName; count: number }>();

  /** Throws `BenchError` when what is kept cannot be read. */
  constructor(kept: PowerLines, time: MachineTime) {
    this.time = time;
    this.#kept = kept;
    const lines = kept.read();
    for (const line of lines) this.#apply(line);
    for (const key of this.#taken.keys()) this.#earlier.add(key);
    if (lines.length > manyLines) kept.replace(lines.filter((line) => this.#matters(line)));
  }

  /** Of a bench of which nobody knows what was done to it before this process looked. */
  static unknown(time: MachineTime): PowerHistory {
    const history = new PowerHistory(linesInMemory(), time);
    history.#isKnown = false;
    return history;
  }

  /** False where nobody knows what was done before this process looked. */
  get isKnown(): boolean {
    return this.#isKnown;
  }

  /** The feeds of a unit that were told off and are not surely on again. */
  takenFrom(unit: UnitName): readonly TakenFeed[] {
    return [...this.#taken.values()].filter((taken) => taken.unit === unit);
  }

  /** What is known of one feed, if it was told off and is not surely on again. */
  takenAt(feed: FeedAt): TakenFeed | undefined {
    return this.#taken.get(keyOf(feed));
  }

  /** Whether an earlier process told the feed off, and nobody told it anything since. */
  isOfEarlier(feed: FeedAt): boolean {
    return this.#earlier.has(keyOf(feed));
  }

  /** Whether somebody is just about to tell a feed of this unit off. */
  isClaimed(unit: UnitName): boolean {
    return [...this.#claimed.values()].some((claim) => claim.unit === unit);
  }

  /** Nothing else comes in between, from here until the result is called. */
  claim(unit: UnitName, feed: FeedAt): () => void {
    const key = keyOf(feed);
    const claim = this.#claimed.get(key) ?? { unit, count: 0 };
    claim.count += 1;
    this.#claimed.set(key, claim);
    return () => {
      claim.count -= 1;
      if (claim.count === 0) this.#claimed.delete(key);
    };
  }

  /** Milliseconds since each cut of the unit, the latest first, and whether this feed belongs to that latest one. */
  cutsOf(
    unit: UnitName,
    feed: FeedAt,
  ): { readonly agoMs: readonly number[]; readonly isPartOfLast: boolean } {
    const agoMs = this.#cycles[unit].map(({ at }) => sinceMs(this.time, at)).toSorted((a, b) => a - b);
    return { agoMs, isPartOfLast: this.#openCycle(unit, feed) !== undefined };
  }

  /** To be called before the feed is told off. Throws `BenchError` when it cannot be written down. */
  toldOff(unit: UnitName, feed: FeedAt): void {
    this.#add({ saw: 'told-off', unit, feed, at: momentNow(this.time) });
  }

  /** To be called before the feed is told on. Throws `BenchError` when it cannot be written down. */
  toldOn(unit: UnitName, feed: FeedAt): void {
    this.#add({ saw: 'told-on', unit, feed, at: momentNow(this.time) });
  }

  /** To be called when its PDU said yes to that. Throws `BenchError` when it cannot be written down. */
  saidYes(feed: FeedAt): void {
    if (this.takenAt(feed)) this.#add({ saw: 'yes-on', feed, at: momentNow(this.time) });
  }

  /**
   * What a PDU said of a feed. It is surely on again when it reads on `settleMs` after it said yes to that: no command is
   * on its way any more then, and no reading runs ahead of its relay. Throws `BenchError` when it cannot be written down.
   */
  saw(feed: FeedAt, { power, pending, askedMs }: OutletReading, settleMs: number): void {
    const taken = this.takenAt(feed);
    if (!taken || pending === true) return;
    const isOf = (moment: Moment): boolean => moment.boot !== this.time.boot || askedMs >= moment.ms;
    if (power === 'off' && !taken.readOff && isOf(taken.toldOff))
      this.#add({ saw: 'off', feed, at: momentNow(this.time) });
    if (power !== 'on' || !taken.saidYes || !isOf(taken.saidYes)) return;
    if (surelySinceMs(this.time, taken.saidYes) >= settleMs)
      this.#add({ saw: 'on', feed, at: momentNow(this.time) });
  }

  /** For what would be: the feed was switched on, and it is. */
  supposeOn(unit: UnitName, feed: FeedAt): void {
    this.toldOn(unit, feed);
    if (this.takenAt(feed)) this.#add({ saw: 'on', feed, at: momentNow(this.time) });
  }

  #add(line: PowerLine): void {
    this.#kept.add(line);
    if (line.saw === 'told-off' || line.saw === 'told-on') this.#earlier.delete(keyOf(line.feed));
    this.#apply(line);
  }

  #apply(line: PowerLine): void {
    const key = keyOf(line.feed);
    const taken = this.#taken.get(key);
    if (line.saw === 'told-off') {
      const readOff = taken?.toldOn ? undefined : taken?.readOff;
      const { unit, feed, at } = line;
      const open = this.#openCycle(unit, feed);
      if (open) {
        open.feeds.add(key);
        open.at = at;
      } else this.#cycles[unit].push({ at, feeds: new Set([key]), late: this.#lateOf(unit), isOver: false });
      this.#taken.set(key, { unit, feed, toldOff: at, ...(readOff ? { readOff } : {}) });
    } else if (line.saw === 'told-on') {
      for (const cycle of this.#cycles[line.unit].slice(-1)) cycle.isOver = true;
      // One that was off before we came is not known to be on either, from here until it had its time to settle.
      const { unit, feed, at } = line;
      this.#taken.set(key, { ...(taken ?? { unit, feed, toldOff: at }), toldOn: at });
    } else if (taken) {
      if (line.saw === 'off') this.#taken.set(key, { ...taken, readOff: line.at });
      if (line.saw === 'yes-on') this.#taken.set(key, { ...taken, saidYes: line.at });
      if (line.saw === 'on') this.#taken.delete(key);
    }
    this.#forget();
  }

  /**
   * The cut that a feed would be part of if it were told off now: the last one, unless a feed of the unit was told on
   * since. What is off already goes off no second time.
   */
  #openCycle(unit: UnitName, feed: FeedAt): Cycle | undefined {
    const cycle = this.#cycles[unit].at(-1);
    if (!cycle || cycle.late.has(keyOf(feed))) return undefined;
    const mine = this.#taken.get(keyOf(feed));
    if (cycle.feeds.has(keyOf(feed))) return mine && !mine.toldOn ? cycle : undefined;
    return cycle.isOver ? undefined : cycle;
  }

  #lateOf(unit: UnitName): ReadonlySet<string> {
    return new Set(this.takenFrom(unit).flatMap(({ feed, toldOn }) => (toldOn ? [keyOf(feed)] : [])));
  }

  #forget(): void {
    for (const cycles of Object.values(this.#cycles))
      while (cycles[0] && cycles.length > 1 && sinceMs(this.time, cycles[0].at) > dayMs) cycles.shift();
  }

  #matters({ feed, at }: PowerLine): boolean {
    return this.takenAt(feed) !== undefined || sinceMs(this.time, at) <= dayMs;
  }
}
