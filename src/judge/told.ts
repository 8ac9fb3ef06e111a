import type { FailoverState, GroupId, UnitName } from '../pair/index.ts';
import type { LinkWord, Report, Turn, Word } from './word.ts';

/** All that was said of states, in the order of the answers, and what could not be used. */
export interface Told {
  readonly words: readonly Word[];
  /** All that was said of the links between the units, likewise. */
  readonly linkWords: readonly LinkWord[];
  /** What was said over and over in the midst of long quiet times, counted instead of kept. */
  readonly lulls: readonly Lull[];
  /** Answers of units that say nothing of states: failover is off in them. */
  readonly wordless: readonly Answer[];
  readonly turns: readonly Turn[];
  /** One sentence for each answer that counts for nothing. */
  readonly doubts: readonly string[];
  /** One sentence for each answer that speaks of a time of which the words were no longer kept. */
  readonly belated: readonly string[];
}

/** A unit answered its console, whatever it said. */
export type Answer = Pick<Report, 'unit' | 'askedMs' | 'answeredMs' | 'seq'>;

/** The same word about a unit, or a group on it, by the same teller, many times with nothing else in between. */
export interface Lull extends Quiet {
  readonly unit: UnitName;
  readonly group?: GroupId;
  readonly saidBy: Word['saidBy'];
  readonly state: FailoverState;
}

/** A time in which a teller says the same over and over, counted instead of kept. */
export interface Quiet {
  /** From the first question that is not kept to the last answer that is not. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly count: number;
  /** The longest that one answer took, or that nobody asked. */
  readonly blindMs: number;
}
