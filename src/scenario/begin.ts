import type { GroupId, UnitName } from '../pair/index.ts';

/** Where the active role lies when a scenario begins: on one unit, or in Active/Active on one for each failover group. */
export type Begin = UnitName | Readonly<Record<GroupId, UnitName>>;

/** The unit on which this group is to be active. */
export function beginOf(begin: Begin, group: GroupId = 1): UnitName {
  return typeof begin === 'string' ? begin : begin[group];
}
