import type { FirmwareDefect } from '../defect.ts';

/** A unit with a bad flash. */
export const losesConfiguration: FirmwareDefect = {
  name: 'loses-configuration',
  sentence: 'The unit comes up with an empty configuration after a loss of power.',
  breaks: ['REP-SAVED-ON-BOTH', 'AS-FORMER-ACTIVE-RETURNS'],
  unit: (traits) => ({ ...traits, restores: () => [] }),
};
