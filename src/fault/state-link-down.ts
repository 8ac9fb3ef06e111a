import { UsageError } from '../errors.ts';
import type { Cabled, Fault, Target } from './fault.ts';
import { portMissing, portTouched } from './port-target.ts';

const noLink = 'this pair has no state link';
const shared = 'the state link of this pair is its failover link, and fails with that';

/** The switch port of the unit's state interface is shut while both units run. */
export const stateLinkDown: Fault = {
  name: 'state-link-down',
  needs: ['port'],
  did: ({ unit }) => `switch port of the state link of ${unit} shut`,
  mended: ({ unit }) => `switch port of the state link of ${unit} up`,
  stimuli: () => ({
    injected: [{ stimulus: 'state-link-down' }],
    healed: [{ stimulus: 'state-link-up' }],
  }),
  missing: (cabled, target) => {
    const link = cabled.topology.pair.failover['state-link'];
    if (!link) return noLink;
    return link.interface === undefined ? shared : portMissing(cabled, linkTarget(cabled, target));
  },
  touches: (cabled, target) => portTouched(cabled, linkTarget(cabled, target)),
  inject: (bench, target) => bench.shutPort(target.unit, linkTarget(bench, target).nameif),
  heal: (bench, target) => bench.enablePort(target.unit, linkTarget(bench, target).nameif),
};

function linkTarget({ topology }: Cabled, { unit }: Target): Required<Target> {
  const link = topology.pair.failover['state-link'];
  if (!link) throw new UsageError(noLink);
  return { unit, nameif: link.nameif };
}
