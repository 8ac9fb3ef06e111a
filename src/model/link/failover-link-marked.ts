import { activeActive } from '../requirement/active-active.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { unitHealth } from '../requirement/unit-health.ts';
import { linkMarkedWindow } from '../window.ts';
import { linkIs, lost, running } from './link-rule.ts';
import type { LinkRule } from './link-rule.ts';

/**
 * The failover link fails in operation: both units mark it as failed. A failover cable is told by its own words, not
 * as an interface, and a PIX of 6.x by other rules.
 */
export const failoverLinkMarked: LinkRule = {
  name: 'failover link marked as failed',
  requirements: [activeStandby.linkLost, activeActive.linkLost, unitHealth.answersElsewhere],
  predict(pair, { stimulus }, settings) {
    if (stimulus !== 'failover-link-down' || pair.failoverLink === 'down') return [];
    const units = running(pair);
    if (pair.cable || pair.disabled || pair.release === '6.x' || units.length < 2) return [];
    const mode = pair.group2 ? activeActive.linkLost : activeStandby.linkLost;
    return units.map((unit) =>
      linkIs(
        'failover',
        unit,
        lost,
        linkMarkedWindow(settings),
        `${unit} marks the failover interface as failed`,
        [mode, unitHealth.answersElsewhere],
      ),
    );
  },
};
