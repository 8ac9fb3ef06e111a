import type { GroupId, UnitName } from './unit.ts';

/** How many failed interfaces make a unit (or group) fail: a count, or a percentage of the monitored ones. */
export type InterfacePolicy = { readonly count: number } | { readonly percent: number };

/** The timers and policy that a unit says it runs with; windows are computed from these, never from constants. */
export interface FailoverSettings {
  readonly unitPollMs: number;
  readonly unitHoldMs: number;
  readonly interfacePollMs: number;
  /** Absent where the firmware does not print one (7.0). */
  readonly interfaceHoldMs?: number;
  readonly interfacePolicy: InterfacePolicy;
}

/** A failover group of Active/Active as its commands set it (ASA 5580 guide, «Configuring Active/Active Failover»). */
export interface GroupSettings {
  readonly group: GroupId;
  /** `primary` or `secondary`; absent where neither is written, for the guides do not say which it is then. */
  readonly prefers?: UnitName;
  /** The delay of `preempt`, 0 where none is written; absent without `preempt`. */
  readonly preemptAfterMs?: number;
  /** The contexts that joined it, by name; one that joined none is in group 1. */
  readonly contexts: readonly string[];
  /** What is set for this group apart (`polltime interface`, `interface-policy`); the rest is what `show failover` says. */
  readonly settings: Partial<
    Pick<FailoverSettings, 'interfacePollMs' | 'interfaceHoldMs' | 'interfacePolicy'>
  >;
}
