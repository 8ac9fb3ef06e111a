import { linkDown } from './link-down.ts';

/** The switch port of the unit's failover interface is shut while both units run. */
export const failoverLinkDown = linkDown({
  which: 'failover',
  nameif: ({ topology }) => topology.pair.failover.link?.nameif,
  none: 'this pair has a failover cable, not a failover link',
});
