/** Health of an interface as failover sees it (`show failover`, CUfwInterfaceHealth). */
export type InterfaceHealth =
  | 'normal'
  | 'testing'
  /** Administratively down. */
  | 'link-down'
  /** Line protocol down. */
  | 'no-link'
  | 'no-traffic'
  | 'failed'
  | 'unknown';

/** Whether the health counts; `unstated` where the firmware prints no suffix (before 8.6, when monitored). */
export type InterfaceMonitoring = 'monitored' | 'not-monitored' | 'waiting' | 'shutdown' | 'unstated';

/** One `Interface …` row of a unit in `show failover`. */
export interface InterfaceReport {
  readonly context?: string;
  readonly nameif: string;
  /** As printed: IPv4, IPv6, or both with a slash; `0.0.0.0` when none is configured. */
  readonly address: string;
  readonly health: InterfaceHealth;
  readonly monitoring: InterfaceMonitoring;
}

/** State of the failover link or state link as a unit prints it. */
export type LinkState = 'up' | 'down' | 'failed' | 'administratively-down' | 'not-configured' | 'unknown';
