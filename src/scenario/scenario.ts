import type { FaultName } from '../fault/index.ts';
import type { UnitName } from '../pair/index.ts';

/**
 * One question put to a pair, as data: steady state → fault, with its effect observed → watch → heal → steady
 * state again. What should follow is not said here: the model predicts it and the judge compares.
 */
export interface Scenario {
  /** Unique in a run; letters, digits and dashes. */
  readonly name: string;
  /** The question, in one sentence. */
  readonly title: string;
  /** Ids of the requirements that it is about. */
  readonly requirements: readonly string[];
  /** Which unit is active when it begins; forced if need be. */
  readonly begin: UnitName;
  readonly fault: FaultName;
  /** The unit that is struck, by state; resolved to a name at the moment of injection, and only then. */
  readonly target: 'active' | 'standby';
  /** The `nameif` of the interface that is struck, for faults that strike one. */
  readonly interface?: string;
  /**
   * What ends the watch early. It is no verdict: a pair that does something else is watched to the cap, so that
   * a late reaction is measured. `nothing` is watched for its whole time.
   */
  readonly watch: 'failover' | 'mate-failed' | 'nothing';
}
