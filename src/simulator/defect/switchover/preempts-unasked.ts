import type { FirmwareDefect } from '../defect.ts';

/** A unit that wants back what it had. */
export const preemptsUnasked: FirmwareDefect = {
  name: 'preempts-unasked',
  sentence: 'The preferred unit becomes active as soon as it is available, without `preempt`.',
  breaks: ['AS-FORMER-ACTIVE-RETURNS', 'AA-FORMER-ACTIVE-RETURNS'],
  unit: (traits) => ({
    ...traits,
    preempts: (right, about) => (about.preferred && about.available) || traits.preempts(right, about),
  }),
};
