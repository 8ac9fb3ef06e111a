import { isActive, isStandby } from '../../pair/index.ts';
import type { Stimulus } from '../../pair/index.ts';
import type { GroupView } from '../pair-state.ts';

/** What of the past decides which addresses are used. */
export interface MacHistory {
  /** The secondary has obtained the addresses of the primary over the failover link since it last booted. */
  readonly secondaryKnowsPrimary: boolean;
}

/** A pair that was seen steady, with its failover link up, has exchanged its addresses. */
export const exchanged: MacHistory = { secondaryKnowsPrimary: true };

/**
 * The history after a stimulus, given the group before it and when all has happened that follows from it: a secondary
 * that boots has forgotten; units that both run and hear each other over the failover link have exchanged.
 */
export function macHistoryAfter(
  before: MacHistory,
  stimulus: Stimulus,
  after: Pick<GroupView, 'units' | 'failoverLink' | 'disabled'>,
): MacHistory {
  const { units, failoverLink, disabled } = after;
  const isRunning = (['primary', 'secondary'] as const).every((unit) => {
    const state = units[unit];
    return state !== 'off' && (isActive(state) || isStandby(state) || state === 'failed');
  });
  if (isRunning && failoverLink === 'up' && !disabled) return exchanged;
  const isForgotten =
    stimulus.stimulus === 'both-units-booting' ||
    ((stimulus.stimulus === 'unit-booting' || stimulus.stimulus === 'unit-silent') &&
      stimulus.unit === 'secondary');
  return isForgotten ? { secondaryKnowsPrimary: false } : before;
}
