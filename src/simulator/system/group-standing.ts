import type { FailoverState } from '../../pair/index.ts';
import type { AddressRole } from '../failover/host.ts';

/** How a failover group stands on this unit. */
export interface GroupStanding {
  readonly state: FailoverState;
  readonly role: AddressRole;
  /** True while the group keeps off the networks: its addresses may be the mate's. */
  readonly holdsBack: boolean;
}

/** True on the way into the pair, before the addresses of the role are settled. */
export function isFindingItsPlace(state: FailoverState): boolean {
  return ['negotiation', 'cold-standby', 'sync-config', 'sync-file-system', 'bulk-sync'].includes(state);
}
