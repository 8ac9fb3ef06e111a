import type { FailoverSettings, FailoverState, Requirement, Stimulus, UnitName } from '../pair/index.ts';

/** The pair as far as the rules care: who holds which role, what already failed. */
export interface PairState {
  readonly units: Readonly<Record<UnitName, FailoverState | 'off'>>;
  readonly failoverLink: 'up' | 'down';
  /** Names of monitored interfaces, and which of them are down on which unit. */
  readonly monitored: readonly string[];
  readonly down: Readonly<Record<UnitName, readonly string[]>>;
  /** Units that held the active role when they were lost or failed, and have not come back since. */
  readonly formerlyActive?: readonly UnitName[];
}

/**
 * What must follow from a stimulus, and between when and when, in milliseconds after it took effect.
 * `latestMs: Infinity` says that the guides promise the change but no time for it.
 */
export type Prediction = Becomes | Stays;

/** The unit reaches one of the states. */
export interface Becomes {
  readonly prediction: 'becomes';
  readonly who: UnitName;
  readonly states: readonly FailoverState[];
  /** Whose word counts: the unit itself, or its mate speaking of it (a dead unit says nothing). */
  readonly saidBy: 'itself' | 'mate';
  readonly earliestMs: number;
  readonly latestMs: number;
  /** One sentence: what is expected and why then. */
  readonly because: string;
  readonly requirements: readonly string[];
}

/** The unit is in none but these states for the whole time watched, and the watch is at least `forMs` long. */
export interface Stays {
  readonly prediction: 'stays';
  readonly who: UnitName;
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
  /** Predictions for this stimulus in this state; none when the rule has nothing to say of it. */
  predict(pair: PairState, stimulus: Stimulus, settings: FailoverSettings): readonly Prediction[];
}

/** A prediction with the name of the rule that made it. */
export type Predicted = Prediction & { readonly rule: string };
