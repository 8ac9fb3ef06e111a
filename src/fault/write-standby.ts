import { consolePlace } from '../bench/index.ts';
import { told } from './told.ts';
import type { Fault } from './fault.ts';

/**
 * `write standby`, entered on the active unit: its mate clears its configuration and receives it again. That is over
 * by itself; nothing is to be mended.
 */
export const writeStandby: Fault = {
  name: 'write-standby',
  needs: ['console'],
  did: ({ unit }) => `write standby on ${unit}`,
  stimuli: ({ unit }) => ({ injected: [{ stimulus: 'told-write-standby', unit }], healed: [] }),
  missing: () => undefined,
  touches: (_cabled, { unit }) => [consolePlace(unit)],
  inject: (bench, { unit }) => told(bench, unit, 'write standby'),
  heal: () => Promise.resolve(undefined),
};
