import { type FailoverState, isActive, type UnitName } from '../../pair/index.ts';

/** One side of the pair, or of a failover group, when a hello is weighed. */
export interface Side {
  readonly unit: UnitName;
  readonly serial: string;
  readonly state: FailoverState;
  readonly term: number;
}

/** What a hello moves a unit to do. */
export type Move =
  | { readonly move: 'stay' }
  | { readonly move: 'become-active' | 'join' | 'yield' | 'renegotiate'; readonly reason: string };

const stay: Move = { move: 'stay' };
const noActive: Move = { move: 'become-active', reason: 'No Active unit found' };

/**
 * Which unit is active, as the guides decide it («Device Initialization and Configuration Synchronization»): who
 * finds an active mate becomes standby; of two that start together the primary becomes active; a standby unit
 * whose mate is no longer active, and says so itself, becomes active.
 */
export function decideOnHello(me: Side, mate: Side): Move {
  if (me.state === 'disabled' || mate.state === 'disabled') return stay;
  if (isActive(me.state)) return whenActive(me, mate);
  if (me.state === 'negotiation') return whenNegotiating(me, mate);
  if (isActive(mate.state)) return stay;
  if (me.state === 'standby-ready') return mate.state === 'standby-ready' ? stay : noActive;
  if (me.state === 'failed') return mate.state === 'failed' && precedes(me, mate) ? noActive : stay;
  return { move: 'renegotiate', reason: 'No Active unit found' };
}

/** The primary unit precedes; two units of one designation are told apart by their serial numbers. */
export function precedes(me: Side, mate: Side): boolean {
  if (me.unit !== mate.unit) return me.unit === 'primary';
  return me.serial < mate.serial;
}

function whenActive(me: Side, mate: Side): Move {
  if (!isActive(mate.state)) return stay;
  const keeps = me.term === mate.term ? precedes(me, mate) : me.term > mate.term;
  return keeps ? stay : { move: 'yield', reason: 'Detected an Active mate' };
}

function whenNegotiating(me: Side, mate: Side): Move {
  if (isActive(mate.state)) return { move: 'join', reason: 'Detected an Active mate' };
  return mate.state === 'negotiation' && precedes(me, mate) ? noActive : stay;
}
