import type { FirmwareDefect } from '../defect.ts';

/** A unit that does not know what it was told. */
export const shutdownIsFailure: FirmwareDefect = {
  name: 'shutdown-is-failure',
  sentence: 'The unit takes an interface that was shut down by command for one whose link is gone.',
  breaks: ['IH-SHOWS-LINK-DOWN'],
  unit: (traits) => ({
    ...traits,
    judges: (found, before) => traits.judges(found === 'link-down' ? 'no-link' : found, before),
  }),
};
