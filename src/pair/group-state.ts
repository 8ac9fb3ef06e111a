import type { HostReport } from './sighting.ts';
import type { FailoverState } from './state.ts';
import type { GroupId } from './unit.ts';

/**
 * How a failover group stands on a host; `undefined` if the host has no such group. In Active/Standby the unit
 * itself is what fails over, and stands for group 1.
 */
export function stateOn({ state, groups }: HostReport, group: GroupId = 1): FailoverState | undefined {
  if (groups) return groups.find((each) => each.group === group)?.state;
  return group === 1 ? state : undefined;
}

/** The groups of a host: in Active/Standby the one that the unit stands for. */
export function groupsOn({ groups }: HostReport): readonly GroupId[] {
  return groups?.map(({ group }) => group) ?? [1];
}
