import type { FirmwareDefect } from '../defect.ts';

/** A standby unit that takes its time. */
export const slowTakeover: FirmwareDefect = {
  name: 'slow-takeover',
  sentence: 'The unit waits three times its hold time before it decides that its mate is gone.',
  breaks: ['UH-HOLD', 'TIME-UNIT-LOSS'],
  unit: (traits) => ({ ...traits, holdFactor: 3 }),
};
