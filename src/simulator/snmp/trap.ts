import type { ManagedType, SnmpValue } from '../front/managed-object.ts';

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

/** A notification on its way to one station. */
export interface SnmpTrap extends Notification {
  readonly version: '1' | '2c';
  readonly community: string;
  /** `sysUpTime` when it was sent. */
  readonly upTimeTicks: number;
}
