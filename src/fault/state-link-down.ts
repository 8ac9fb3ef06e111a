import { linkDown } from './link-down.ts';
import { shut } from './port-way.ts';

/** The switch port of the unit's state interface is shut while both units run. */
export const stateLinkDown = linkDown(
  'state-link-down',
  {
    which: 'state',
    nameif: ({ topology }) => topology.pair.failover['state-link']?.nameif,
    none: 'this pair has no state link',
    shared: ({ topology }) =>
      topology.pair.failover['state-link']?.interface === undefined
        ? 'the state link of this pair is its failover link, and fails with that'
        : undefined,
  },
  shut,
);
