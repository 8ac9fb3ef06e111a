import type { FailoverFacts } from './facts.ts';
import type { HostFacts } from './host.ts';

/** The rows that were printed against the number that the unit claims to monitor. */
export interface RowAccount {
  readonly claimed: number;
  /** Rows of this host that are not marked `(Not-Monitored)` or `(Shutdown)`. */
  readonly thisHost: number;
  readonly otherHost: number;
  /** True when both hosts show exactly the claimed number. In a system with contexts it may honestly be false. */
  readonly complete: boolean;
}

/**
 * Counts the monitored rows of both hosts. `undefined` where there is nothing to compare: no number is claimed (in a
 * context, on PIX 6) or no rows are printed (failover is off).
 */
export function rowAccount(facts: FailoverFacts): RowAccount | undefined {
  const { monitoredClaimed: claimed, thisHost, otherHost } = facts;
  if (claimed === undefined || thisHost === undefined || otherHost === undefined) return undefined;
  const ours = monitoredRows(thisHost);
  const theirs = monitoredRows(otherHost);
  return { claimed, thisHost: ours, otherHost: theirs, complete: ours === claimed && theirs === claimed };
}

function monitoredRows(host: HostFacts): number {
  return host.interfaces.filter(
    ({ monitoring }) => monitoring !== 'not-monitored' && monitoring !== 'shutdown',
  ).length;
}
