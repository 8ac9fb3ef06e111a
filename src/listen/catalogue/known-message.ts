/** One system message of failover: what the appliance calls it, how grave it is, and what it means in our words. */
export interface KnownMessage {
  /** Six digits. */
  readonly id: string;
  /** As the guide of system messages lists it; an appliance can be told to log it at another one. */
  readonly severity: number;
  readonly means: string;
}
