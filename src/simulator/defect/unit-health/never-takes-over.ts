import type { FirmwareDefect } from '../defect.ts';

/** A standby unit that stays one. */
export const neverTakesOver: FirmwareDefect = {
  name: 'never-takes-over',
  sentence: 'The unit ignores the death of its mate and every command to become active.',
  breaks: ['AS-TAKEOVER', 'AS-ACTIVE-FAILED', 'AS-TRIGGER-FORCED'],
  unit: (traits) => ({ ...traits, takesOver: false }),
};
