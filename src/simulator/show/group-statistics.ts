import type { System } from '../system/system.ts';
import { statefulStatistics } from './stateful-statistics.ts';

/** What passes between the units for a group or a context: rows of the unit's own statistics. */
const objects = ['RPC services', 'TCP conn', 'UDP conn', 'ARP tbl', 'Xlate_Timeout', 'GTP', 'SIP Session'];

/**
 * The statistics below `show failover group` and below `show failover` in a context; the guide's sample of the
 * latter has a head above its rows.
 */
export function groupStatistics(system: System, head: readonly string[] = []): string[] {
  const isConfigured = system.failover().stateLink !== undefined;
  const rows = statefulStatistics(system).filter((line) =>
    objects.some((name) => line.startsWith(`\t${name} `)),
  );
  return [
    'Stateful Failover Logical Update Statistics',
    `\tStatus: ${isConfigured ? 'Configured' : 'Unconfigured'}.`,
    ...(isConfigured ? [...head, ...rows] : []),
  ];
}
