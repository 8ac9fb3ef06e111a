import type { StimulusName } from '../../pair/index.ts';
import { noTimeGiven } from '../foretell.ts';
import type { PairState } from '../pair-state.ts';
import { statefulFailover } from '../requirement/stateful.ts';
import { verification } from '../requirement/verification.ts';
import { linkIs, lost, running, startedWithoutLink } from './link-rule.ts';
import type { LinkRule } from './link-rule.ts';

/**
 * The state link fails or is back, by itself or with the failover link that it shares: both units show it so. While it
 * is lost, stateful information becomes out of date. No time is given.
 */
export const stateLinkShown: LinkRule = {
  name: 'state link shown',
  requirements: [verification.stateLink, statefulFailover.stale],
  predict(pair, { stimulus }) {
    const isUp = turned(pair, stimulus);
    const units = running(pair);
    if (isUp === undefined || pair.disabled || units.length < 2) return [];
    if (pair.stateSharesLink && isUp && startedWithoutLink(pair)) return [];
    return units.map((unit) =>
      isUp
        ? linkIs('state', unit, ['up'], noTimeGiven, `${unit} shows the state link as up again`, [
            verification.stateLink,
          ])
        : linkIs(
            'state',
            unit,
            lost,
            noTimeGiven,
            `${unit} shows the state link as lost: stateful information becomes out of date`,
            this.requirements,
          ),
    );
  },
};

/** Whether the state link comes up or goes down by this; absent if neither. */
function turned({ stateLink, stateSharesLink }: PairState, stimulus: StimulusName): boolean | undefined {
  const down = stateSharesLink ? 'failover-link-down' : 'state-link-down';
  const up = stateSharesLink ? 'failover-link-up' : 'state-link-up';
  if (stimulus === down && stateLink === 'up') return false;
  return stimulus === up && stateLink === 'down' ? true : undefined;
}
