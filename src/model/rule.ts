import type { FailoverSettings, GroupId, Requirement, Stimulus, UnitName } from '../pair/index.ts';
import type { FailoverState } from '../pair/index.ts';
import type { GroupView } from './pair-state.ts';

/**
 * What must follow from a stimulus, and between when and when, in milliseconds after it took effect.
 * `latestMs: Infinity` says that the guides promise the change but no time for it.
 */
export type Prediction = Becomes | Stays;

/** The unit reaches one of the states; in Active/Active failover the failover group does, on that unit. */
export interface Becomes {
  readonly prediction: 'becomes';
  readonly who: UnitName;
  /** In Active/Active failover alone. */
  readonly group?: GroupId;
  readonly states: readonly FailoverState[];
  /** Whose word counts: the unit itself, or its mate speaking of it (a dead unit says nothing). */
  readonly saidBy: 'itself' | 'mate';
  readonly earliestMs: number;
  readonly latestMs: number;
  /**
   * The longest that the unit may say that it is ready to take over before it has, where the guides give no time from
   * the stimulus on, but nothing is left either that it could wait for.
   */
  readonly readyForMs?: number;
  /** In one of the states in which the pair may be struck it is so already, and stays so. */
  readonly mayBeSo?: true;
  /** One sentence: what is expected and why then. */
  readonly because: string;
  readonly requirements: readonly string[];
}

/** The unit, or the group on it, is in none but these states while watched, and the watch is at least `forMs` long. */
export interface Stays {
  readonly prediction: 'stays';
  readonly who: UnitName;
  /** In Active/Active failover alone. */
  readonly group?: GroupId;
  readonly states: readonly FailoverState[];
  readonly saidBy: 'itself';
  readonly forMs: number;
  readonly because: string;
  readonly requirements: readonly string[];
}

/** One published behaviour. Pure: arithmetic on words. */
export interface Rule {
  readonly name: string;
  readonly requirements: readonly Requirement[];
  /** Asked of groups that the stimulus has nothing to do with, instead of those that it concerns. */
  readonly ofBystanders?: true;
  /** Asked while failover is disabled, instead of while it is on. */
  readonly whileOff?: true;
  /** Predictions for this stimulus in this state; none when the rule has nothing to say of it. */
  predict(group: GroupView, stimulus: Stimulus, settings: FailoverSettings): readonly Prediction[];
}

/** A prediction with the name of the rule that made it. */
export type Predicted = Prediction & { readonly rule: string };
