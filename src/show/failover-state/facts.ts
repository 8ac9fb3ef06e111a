import type { FailoverState, GroupId, InterfaceHealth, UnitName } from '../../pair/index.ts';

/** An interface that is named under a failure: `TEST outside: Failed`. */
export interface FailedInterface {
  readonly context?: string;
  readonly nameif: string;
  readonly health: InterfaceHealth;
}

/** One state with the reason of the last failure, which is history: it stays when the failure is over. */
export interface StateRow {
  /** Absent except in Active/Active. */
  readonly group?: GroupId;
  readonly state: FailoverState;
  /** As printed, `None` and `Ifc Failure` among others; absent where the old form leaves it empty. */
  readonly reason?: string;
  readonly at?: string;
  readonly interfaces: readonly FailedInterface[];
}

/** One unit in `show failover state`. */
export interface UnitStateFacts {
  readonly unit: UnitName;
  /** One row, or one for each group. */
  readonly rows: readonly StateRow[];
}

/** What `show failover state` says, in its old form (7.x) and its new one (8.x and later). */
export interface FailoverStateFacts {
  readonly form: 'old' | 'new';
  readonly thisHost: UnitStateFacts;
  readonly otherHost: UnitStateFacts;
  /** As printed; a unit that has been both active and standby prints two lines. */
  readonly configuration: readonly string[];
  readonly communication: readonly string[];
}
