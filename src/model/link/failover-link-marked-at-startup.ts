import { mateOf } from '../../pair/index.ts';
import { noTimeGiven } from '../foretell.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { activeOf } from '../roles.ts';
import { linkIs, lost } from './link-rule.ts';
import type { LinkRule } from './link-rule.ts';

/**
 * The failover link is down when a unit starts beside its active mate: that marks the interface as failed. The table
 * gives this action to the unit that is active first, and none to the other; that of Active/Active gives it to nobody.
 */
export const failoverLinkMarkedAtStartup: LinkRule = {
  name: 'failover link marked as failed at startup',
  requirements: [activeStandby.linkMarkedAtStart],
  predict(pair, stimulus) {
    if (stimulus.stimulus !== 'unit-booting' || pair.failoverLink === 'up') return [];
    if (pair.cable || pair.group2 || pair.disabled || pair.release === '6.x') return [];
    const mate = mateOf(stimulus.unit);
    if (pair.units[stimulus.unit] !== 'off' || activeOf(pair) !== mate) return [];
    const because = `${mate}, active while the failover link is down at startup, marks it as failed`;
    return [linkIs('failover', mate, lost, noTimeGiven, because, this.requirements)];
  },
};
