import type { Defect } from './defect.ts';

/** A standby unit that takes its time. */
export const slowTakeover: Defect = {
  name: 'slow-takeover',
  sentence: 'The unit waits three times its hold time before it decides that its mate is gone.',
  unit: (traits) => ({ ...traits, holdFactor: 3 }),
};
