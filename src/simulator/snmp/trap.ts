import type { AgentUser } from './agent-user.ts';
import type { ManagedType, SnmpValue } from './managed-object.ts';

/** One variable of a trap. */
export interface TrapVariable {
  readonly oid: string;
  readonly type: ManagedType;
  readonly value: SnmpValue;
}

/** A notification before it is encoded: what it is called, and what it says. */
export interface Notification {
  readonly oid: string;
  readonly variables: readonly TrapVariable[];
}

/** What a unit shows a station that it is: a community, or the proofs of a user. */
export type TrapSender =
  | { readonly version: '1' | '2c'; readonly community: string }
  | { readonly version: '3'; readonly user: AgentUser };

/** A notification on its way to one station. */
export interface SnmpTrap extends Notification {
  readonly as: TrapSender;
  /** `sysUpTime` when it was sent. */
  readonly upTimeTicks: number;
}
