/**
 * What a unit or group says it is: the fifteen states of CUfwFOState (CISCO-UNIFIED-FIREWALL-MIB), in their
 * order, and `not-detected`, which a unit only ever says of its mate.
 */
export const failoverStates = [
  'init',
  'disabled',
  'failed',
  'negotiation',
  'cold-standby',
  'sync-config',
  'sync-file-system',
  'bulk-sync',
  'standby-ready',
  'just-active',
  'active-drain',
  'active-applying-config',
  'active-config-applied',
  'active',
  'invalid',
  'not-detected',
] as const;

/** One of them. */
export type FailoverState = (typeof failoverStates)[number];

/** True for `active` and the four steps that lead there in one second or less: the unit holds the active role. */
export function isActive(state: FailoverState): boolean {
  return state === 'active' || state.startsWith('active-') || state === 'just-active';
}

/** True for a unit that is on its way from boot to `standby-ready`, or is there. */
export function isStandby(state: FailoverState): boolean {
  return ['cold-standby', 'sync-config', 'sync-file-system', 'bulk-sync', 'standby-ready'].includes(state);
}
