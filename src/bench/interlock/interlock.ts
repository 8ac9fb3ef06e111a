import type { OutletReading } from '../../device/index.ts';
import type { UnitName } from '../../pair/index.ts';
import type { Topology } from '../../topology/index.ts';
import type { FeedAt } from '../breaking/power.ts';
import type { Act } from './act.ts';
import type { PowerHistory } from './power-history.ts';

/** What is known without a look at the bench: how it is cabled, and what was done to its power. */
export interface Known {
  readonly topology: Topology;
  readonly history: PowerHistory;
}

/** What can be asked of a bench that is open. */
export interface Asked extends Known {
  /** Reads an outlet. Throws `BenchError`, also where its PDU is not open. */
  readonly read: (feed: FeedAt) => Promise<OutletReading>;
  /** What a unit is heard to write to its flash at this moment, in words; undefined where nothing is heard of it. */
  readonly writes: (unit: UnitName) => string | undefined;
  /** Waits so many milliseconds, and says for what. */
  readonly wait: (ms: number, why: string) => Promise<void>;
}

/** One reason why something must not be done to a bench. One file each, and every act is held against all of them. */
export interface Interlock {
  readonly name: string;
  /** What it keeps from happening, for people. */
  readonly keeps: string;
  /**
   * Why the act must not be done, by what is known, or nothing. Asked of every act of a plan, with the history that
   * will be by then, and again in the very moment in which the device is told.
   */
  refusal?(act: Act, known: Known): string | undefined;
  /**
   * What only devices and time can tell, before a device is told: waits, within a bound, until the act may be done.
   * Returns why it must not be, or nothing. Throws `BenchError` when a device does not answer.
   */
  doubt?(act: Act, asked: Asked): Promise<string | undefined>;
  /** What is heard without asking, in the very moment in which a device is told: why it must not be, or nothing. */
  lastWord?(act: Act, asked: Asked): string | undefined;
}
