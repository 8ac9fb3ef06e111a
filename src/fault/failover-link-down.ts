import { UsageError } from '../errors.ts';
import type { Cabled, Fault, Target } from './fault.ts';
import { portMissing, portTouched } from './port-target.ts';

const noLink = 'this pair has a failover cable, not a failover link';

/** The switch port of the unit's failover interface is shut while both units run. */
export const failoverLinkDown: Fault = {
  name: 'failover-link-down',
  needs: ['port'],
  did: ({ unit }) => `switch port of the failover link of ${unit} shut`,
  mended: ({ unit }) => `switch port of the failover link of ${unit} up`,
  stimuli: () => ({
    injected: [{ stimulus: 'failover-link-down' }],
    healed: [{ stimulus: 'failover-link-up' }],
  }),
  missing: (cabled, target) =>
    cabled.topology.pair.failover.link ? portMissing(cabled, linkTarget(cabled, target)) : noLink,
  touches: (cabled, target) => portTouched(cabled, linkTarget(cabled, target)),
  inject: (bench, target) => bench.shutPort(target.unit, linkTarget(bench, target).nameif),
  heal: (bench, target) => bench.enablePort(target.unit, linkTarget(bench, target).nameif),
};

function linkTarget({ topology }: Cabled, { unit }: Target): Required<Target> {
  const { link } = topology.pair.failover;
  if (!link) throw new UsageError(noLink);
  return { unit, nameif: link.nameif };
}
