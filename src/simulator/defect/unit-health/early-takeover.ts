import type { FirmwareDefect } from '../defect.ts';

/** A standby unit without patience. */
export const earlyTakeover: FirmwareDefect = {
  name: 'early-takeover',
  sentence: 'The unit takes over long before the hold time is over, after two missed hellos.',
  breaks: ['UH-HOLD', 'UH-MISSED-HELLOS'],
  unit: (traits) => ({ ...traits, holdFactor: 0.4 }),
};
