import type { FirmwareDefect } from '../defect.ts';

/** A unit that thinks itself alone. */
export const doesNotSearch: FirmwareDefect = {
  name: 'does-not-search',
  sentence: 'The unit becomes active at once when it boots, without waiting for its mate.',
  breaks: ['AS-BOOTS-BESIDE-ACTIVE', 'AS-ONE-ACTIVE'],
  unit: (traits) => ({ ...traits, searchFactor: 0.01 }),
};
