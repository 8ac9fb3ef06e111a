import type { FailoverGroup } from '../failover/failover-group.ts';
import { eventTime } from '../ground/device-time.ts';
import type { System } from '../system/system.ts';

/** What a unit prints that has never changed its state for another: the clock before it was set. */
const neverSet = new Date(Date.UTC(1993, 0, 1, 0, 0, 18));

/** When a group changed its role last, by the unit's own clock. */
export function lastFailoverAt(system: System, { own }: FailoverGroup): string {
  const { lastFailover } = own.history;
  return eventTime(lastFailover ? system.toDeviceTime(lastFailover) : neverSet);
}
