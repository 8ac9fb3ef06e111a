import type { FirmwareDefect } from '../defect.ts';

/** A unit that thinks the worst. */
export const failsOnUnknown: FirmwareDefect = {
  name: 'fails-on-unknown',
  sentence: 'The unit takes an interface for failed that it cannot tell anything of.',
  breaks: ['IH-BOTH-UNKNOWN', 'IH-SHOWS-UNKNOWN'],
  unit: (traits) => ({
    ...traits,
    judges: (found, before) => traits.judges(found === 'unknown' ? 'failed' : found, before),
  }),
};
