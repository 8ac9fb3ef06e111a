import type { FailoverState, GroupId } from '../../pair/index.ts';

/** One change of state. */
export interface TransitionFacts {
  /** The appliance's own words for when. Several changes in one second are usual. */
  readonly at: string;
  /** Only in Active/Active; 0 is the system. */
  readonly group?: 0 | GroupId;
  readonly from: FailoverState;
  readonly to: FailoverState;
  /** As printed, in one line; empty where none is given. */
  readonly reason: string;
  /** What stands under the reason: counts of failed interfaces, their names, notes in parentheses. */
  readonly notes: readonly string[];
}

/** The history that a unit has of its mate (`show failover history details`). */
export interface MateHistory {
  readonly collectedAt: string;
  readonly transitions: readonly TransitionFacts[];
  readonly complete: boolean;
}

/** What `show failover history` says; the unit forgets it when it restarts. */
export interface FailoverHistoryFacts {
  readonly transitions: readonly TransitionFacts[];
  /** False if the bar that closes the table is missing: the output was cut off. */
  readonly complete: boolean;
  readonly mate?: MateHistory;
}
