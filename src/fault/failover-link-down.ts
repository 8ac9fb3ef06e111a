import { linkDown } from './link-down.ts';
import type { UnitLink } from './link-down.ts';
import { isolated, shut } from './port-way.ts';

const link: UnitLink = {
  which: 'failover',
  nameif: ({ topology }) => topology.pair.failover.link?.nameif,
  none: 'this pair has a failover cable, not a failover link',
};

/** The switch port of the unit's failover interface is shut while both units run. */
export const failoverLinkDown = linkDown('failover-link-down', link, shut);

/** The unit's failover interface keeps its link, and nothing comes through: the same to the pair. */
export const failoverLinkCutOff = linkDown('failover-link-cut-off', link, isolated);
