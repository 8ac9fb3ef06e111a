import { consolePlace } from '../bench/index.ts';
import type { Fault } from './fault.ts';
import { told } from './told.ts';

/** `no failover active`, entered on the active unit. Roles do not move back by themselves; nothing is to be mended. */
export const toldStandby: Fault = {
  name: 'told-standby',
  needs: ['console'],
  did: ({ unit }) => `no failover active on ${unit}`,
  stimuli: ({ unit }) => ({ injected: [{ stimulus: 'told-standby', unit }], healed: [] }),
  missing: () => undefined,
  touches: (_cabled, { unit }) => [consolePlace(unit)],
  inject: (bench, { unit }) => told(bench, unit, 'no failover active'),
  heal: () => Promise.resolve(undefined),
};

/** `failover active`, entered on the standby unit. */
export const toldActive: Fault = {
  name: 'told-active',
  needs: ['console'],
  did: ({ unit }) => `failover active on ${unit}`,
  stimuli: ({ unit }) => ({ injected: [{ stimulus: 'told-active', unit }], healed: [] }),
  missing: () => undefined,
  touches: (_cabled, { unit }) => [consolePlace(unit)],
  inject: (bench, { unit }) => told(bench, unit, 'failover active'),
  heal: () => Promise.resolve(undefined),
};
