import { noTimeGiven } from '../foretell.ts';
import { operation } from '../requirement/operation.ts';
import { verification } from '../requirement/verification.ts';
import { linkIs, running, startedWithoutLink } from './link-rule.ts';
import type { LinkRule } from './link-rule.ts';

/**
 * The failover link is restored while both units run, that marked it as failed when it was lost: both show it as up
 * again. No time is given.
 */
export const failoverLinkBack: LinkRule = {
  name: 'failover link shown as up again',
  requirements: [verification.lanInterface, operation.restoreLinkSoon],
  predict(pair, { stimulus }) {
    const units = running(pair);
    if (stimulus !== 'failover-link-up' || pair.failoverLink === 'up' || units.length < 2) return [];
    if (pair.cable || pair.disabled || startedWithoutLink(pair)) return [];
    return units.map((unit) =>
      linkIs(
        'failover',
        unit,
        ['up'],
        noTimeGiven,
        `${unit} shows the failover link as up again`,
        this.requirements,
      ),
    );
  },
};
