import type { Bench } from '../bench/index.ts';
import { UsageError } from '../errors.ts';
import type { Fault } from './fault.ts';
import { portMissing } from './port-target.ts';

/** The switch port of the unit's failover interface is shut while both units run. */
export const failoverLinkDown: Fault = {
  name: 'failover-link-down',
  did: ({ unit }) => `switch port of the failover link of ${unit} shut`,
  mended: ({ unit }) => `switch port of the failover link of ${unit} up`,
  stimuli: () => ({
    injected: [{ stimulus: 'failover-link-down' }],
    healed: [{ stimulus: 'failover-link-up' }],
  }),
  missing: (bench, target) =>
    bench.topology.pair.failover.link
      ? portMissing(bench, { ...target, nameif: linkOf(bench) })
      : 'this pair has a failover cable, not a failover link',
  inject: (bench, { unit }) => bench.shutPort(unit, linkOf(bench)),
  heal: (bench, { unit }) => bench.enablePort(unit, linkOf(bench)),
};

function linkOf(bench: Bench): string {
  const { link } = bench.topology.pair.failover;
  if (!link) throw new UsageError('this pair has a failover cable, not a failover link');
  return link.nameif;
}
