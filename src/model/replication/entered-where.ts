import type { Requirement, UnitName } from '../../pair/index.ts';
import { viewsOf } from '../pair-state.ts';
import type { PairState } from '../pair-state.ts';
import { configuration } from '../requirement/configuration.ts';
import { groupReplication } from '../requirement/group-replication.ts';
import { spokenMessages } from '../requirement/message.ts';
import { replication } from '../requirement/replication.ts';
import { activeOf } from '../roles.ts';

/** What decides whether commands flow to the mate, in whichever case. */
export const flowsSay: readonly Requirement[] = [
  replication.asEntered,
  replication.notFromStandby,
  spokenMessages.standbyWarning,
  groupReplication.fromContext,
  groupReplication.fromSystem,
  groupReplication.fromAdmin,
  groupReplication.wrongUnit,
  configuration.onActive,
];

/** Where a command was entered: the system execution space, the admin context, or a context of one of the groups. */
export type Space = 'single' | 'system' | 'admin' | { readonly contextOfGroup: 1 | 2 };

/** Whether commands flow from this unit to its mate; from the other one they put the configurations out of step. */
export interface Flow {
  readonly flows: 'to-mate' | 'stays' | 'open';
  readonly requirements: readonly Requirement[];
}

/**
 * Whether what is entered on this unit in this space flows to the mate: from the active unit, and in Active/Active
 * from where the group of the context, or group 1 for the system and the admin context, is active.
 */
export function flowOf(pair: PairState, unit: UnitName, space: Space): Flow {
  const isGrouped = pair.group2 !== undefined;
  const id = typeof space === 'object' ? space.contextOfGroup : 1;
  const view = viewsOf(pair).find(({ group }) => (group ?? id) === id);
  const active = view && activeOf(view);
  if (active === undefined || pair.failoverLink === 'down' || pair.disabled)
    return { flows: 'open', requirements: [] };
  if (unit === active)
    return { flows: 'to-mate', requirements: isGrouped ? [ruleOf(space)] : [replication.asEntered] };
  const warned = [replication.notFromStandby, spokenMessages.standbyWarning];
  return {
    flows: 'stays',
    requirements: isGrouped ? [groupReplication.wrongUnit, configuration.onActive] : warned,
  };
}

function ruleOf(space: Space): Requirement {
  if (typeof space === 'object') return groupReplication.fromContext;
  return space === 'admin' ? groupReplication.fromAdmin : groupReplication.fromSystem;
}
