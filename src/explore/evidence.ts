import type { Interval, UnitName } from '../pair/index.ts';
import type { FaultName } from '../fault/index.ts';
import type { Entry } from '../timeline/index.ts';
import type { Journey } from './journey.ts';

/** A fault that was done, or healed; times in milliseconds since the run began. */
export interface Deed {
  readonly what: 'fault' | 'heal';
  readonly fault: FaultName;
  readonly unit: UnitName;
  readonly nameif?: string;
  /** When it was begun. */
  readonly begunMs: number;
  /** When it took effect; absent if it was refused or nothing was there to heal. */
  readonly effect?: Interval;
  /** Why it was not done. */
  readonly refused?: string;
}

/** All that is known of a journey when it is over. */
export interface Evidence {
  readonly journey: Journey;
  readonly entries: readonly Entry[];
  readonly deeds: readonly Deed[];
  /** When the pair was steady for the first time. */
  readonly beganMs: number;
  /** When the last fault was healed. */
  readonly healedMs: number;
  /** Whether both units came to a steady state after that, and what was missing. */
  readonly steady: boolean;
  readonly missing: readonly string[];
  /** `show running-config` of each unit at the end, without what is its own. */
  readonly configurations: Readonly<Record<UnitName, readonly string[]>>;
  readonly endedMs: number;
}
