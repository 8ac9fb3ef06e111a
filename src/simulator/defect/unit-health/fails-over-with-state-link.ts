import type { FirmwareDefect } from '../defect.ts';

/** A unit to which its state link is an interface like any other. */
export const failsOverWithStateLink: FirmwareDefect = {
  name: 'fails-over-with-state-link',
  sentence: 'The unit monitors its state link, and fails over when that goes down.',
  breaks: ['AS-STATE-LINK-FAILED'],
  unit: (traits) => ({
    ...traits,
    reads: (configured) => {
      const right = traits.reads(configured);
      return right.purpose === 'state' ? { ...right, purpose: 'traffic', monitored: true } : right;
    },
  }),
};
