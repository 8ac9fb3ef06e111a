import type { FirmwareDefect } from '../defect.ts';

/** A unit that takes nothing back. */
export const ignoresPreempt: FirmwareDefect = {
  name: 'ignores-preempt',
  sentence: 'The preferred unit does not take its group back, although `preempt` says so.',
  breaks: ['AA-PREEMPT'],
  unit: (traits) => ({ ...traits, preempts: () => false }),
};
