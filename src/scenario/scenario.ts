import type { Requisite } from '../bench/index.ts';
import type { FaultName } from '../fault/index.ts';
import type { Control, GroupId, UnitName } from '../pair/index.ts';
import type { Act } from './act.ts';
import type { Begin } from './begin.ts';

/** One fault, and whom it strikes. */
export interface Strike {
  readonly fault: FaultName | Control;
  /**
   * The unit that is struck, by state, resolved to a name at the moment of injection and only then; or by name. In
   * Active/Active it is the state of `group`.
   */
  readonly target: 'active' | 'standby' | UnitName;
  /**
   * Active/Active: the failover group that is meant. Commands that can name one name it, and it is what is watched.
   * If left out, commands are for the unit with all its groups, all of them are watched, and the state of group 1
   * says which unit is active.
   */
  readonly group?: GroupId;
  /** The `nameif` of the interface that is struck, in contexts `context/nameif`, for faults that strike one. */
  readonly interface?: string;
  readonly watch: WatchFor;
}

/**
 * What ends the watch early. It is no verdict: a pair that does something else is watched to the cap, so that a late
 * reaction is measured. `nothing` is watched for its whole time, and `none` is not watched at all: what comes next
 * comes before the pair is done with it. A number is how long to watch in milliseconds, whatever happens.
 */
export type WatchFor = 'failover' | 'mate-failed' | 'nothing' | 'none' | number;

/** Puts right what an earlier strike broke, while others still stand. */
export interface Mend {
  /** Which strike: 0 is the scenario's own, 1 the first of `next`. */
  readonly mend: number;
  readonly watch: WatchFor;
}

/**
 * One question put to a pair, as data: setup → steady state → fault, with its effect observed → watch → heal → steady
 * state again, with things to ask in between. What should follow from the fault is not said here: the model predicts
 * it and the judge compares. One without a fault only asks.
 */
export interface Scenario extends Partial<Strike> {
  /** Unique in a run; letters, digits and dashes. */
  readonly name: string;
  /** The question, in one sentence. */
  readonly title: string;
  /** Ids of the requirements that it is about. */
  readonly requirements: readonly string[];
  /** Which unit is active when it begins, in Active/Active for each group if need be; forced where it is not so. */
  readonly begin: Begin;
  /** What the bench must be like; on another the scenario is pending, with the reason. */
  readonly needs?: readonly Requisite[];
  /** Further strikes, one upon the other, each when the watch of the one before is over. */
  readonly next?: readonly (Strike | Mend)[];
  /**
   * The longest that any flow may be interrupted, in milliseconds: the lab's own limit, since the guides give none. One
   * that the watch is too short to see violated is refused.
   */
  readonly outageAtMost?: number;
  /** Typed before the steady state is proven. */
  readonly setup?: readonly Act[];
  /** Asked in the steady state, before the fault. */
  readonly before?: readonly Act[];
  /** Asked after the watch, while the fault lasts. */
  readonly during?: readonly Act[];
  /** Asked when the pair is steady again. */
  readonly after?: readonly Act[];
}
