import type { FirmwareDefect } from '../defect.ts';

/** A unit that measures its hold time twice. */
export const doubleHoldTime: FirmwareDefect = {
  name: 'double-hold-time',
  sentence: 'The unit waits twice its hold time before it decides that its mate is gone.',
  breaks: ['UH-HOLD', 'TIME-UNIT-LOSS'],
  unit: (traits) => ({ ...traits, holdFactor: 2 }),
};
