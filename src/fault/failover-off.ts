import { consolePlace, turnFailoverOff, turnFailoverOn } from '../bench/index.ts';
import { mateOf } from '../pair/index.ts';
import type { Fault } from './fault.ts';

/** `no failover`, entered on the active unit and replicated; mended by `failover` on both, first on the active one. */
export const toldOff: Fault = {
  name: 'told-off',
  needs: ['console'],
  counts: 'it counts once both units say that failover is off',
  did: ({ unit }) => `no failover on ${unit}`,
  mended: ({ unit }) => `failover on ${unit} and on ${mateOf(unit)}, first where it was active`,
  stimuli: ({ unit }) => ({
    injected: [{ stimulus: 'told-off', unit }],
    healed: [{ stimulus: 'told-on', unit }],
  }),
  missing: () => undefined,
  touches: ({ topology }, { unit }) =>
    [unit, mateOf(unit)].map((each) => ({ ...consolePlace(each), restMs: topology.pair.steady })),
  inject: (bench, { unit }) => turnFailoverOff(bench, unit),
  heal: (bench) => turnFailoverOn(bench),
};
