import { mateOf } from '../../pair/index.ts';
import type { Requirement, UnitName } from '../../pair/index.ts';
import type { PairState } from '../pair-state.ts';
import { autoUpdate } from '../requirement/auto-update.ts';
import { activeOf } from '../roles.ts';

/** A pair at the moment at which the Auto Update Server is to be called. */
export interface UpdateMoment {
  readonly pair: PairState;
  readonly contexts: 'single' | 'multiple';
  /** The unit in whose configuration the server stands. */
  readonly configuredOn: UnitName;
  readonly isSynchronizing: boolean;
  /** The standby unit is failed for its SSM card. */
  readonly failedByCard?: true;
}

/** What must be so for the process to run. */
export interface UpdateCondition {
  readonly what: string;
  readonly requirement: Requirement;
  isMet(moment: UpdateMoment): boolean;
}

/** Every condition of the guide. */
export const updateConditions: readonly UpdateCondition[] = [
  {
    what: 'an Active/Standby pair in single mode',
    requirement: autoUpdate.singleActiveStandby,
    isMet: ({ pair, contexts }) => pair.group2 === undefined && contexts === 'single',
  },
  {
    what: 'the server is configured on the primary unit',
    requirement: autoUpdate.configuredOnPrimary,
    isMet: ({ configuredOn }) => configuredOn === 'primary',
  },
  {
    what: 'the units are not synchronizing their configurations',
    requirement: autoUpdate.notWhileSyncing,
    isMet: ({ isSynchronizing }) => !isSynchronizing,
  },
  {
    what: 'the standby unit is not failed, but for its SSM card',
    requirement: autoUpdate.notWhileFailed,
    isMet: ({ pair, failedByCard = false }) => {
      const active = activeOf(pair);
      return active === undefined || pair.units[mateOf(active)] !== 'failed' || failedByCard;
    },
  },
  {
    what: 'the failover link is up',
    requirement: autoUpdate.notWithoutLink,
    isMet: ({ pair }) => pair.failoverLink === 'up',
  },
];

/** What keeps the process from running now; nothing if it may. */
export const updateHindrances = (moment: UpdateMoment): readonly UpdateCondition[] =>
  updateConditions.filter((condition) => !condition.isMet(moment));
