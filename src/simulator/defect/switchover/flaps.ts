import type { FirmwareDefect } from '../defect.ts';

/** Two units that both want to be active. */
export const flaps: FirmwareDefect = {
  name: 'flaps',
  sentence: 'The standby unit becomes active as soon as it is ready, again and again.',
  breaks: ['AS-FORMER-ACTIVE-RETURNS', 'AS-TAKEOVER'],
  unit: (traits) => ({ ...traits, preempts: () => true }),
};
