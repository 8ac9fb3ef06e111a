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
