import type { FirmwareDefect } from '../defect.ts';

/** A unit whose crash is worse than a crash: no timer runs any more, and every link stays up. */
export const hangsOnCrash: FirmwareDefect = {
  name: 'hangs-on-crash',
  sentence: 'The unit hangs when it crashes, with its links up, instead of booting again.',
  breaks: ['AS-FORMER-ACTIVE-RETURNS'],
  unit: (traits) => ({ ...traits, rebootsOnCrash: false }),
};
