import type { FirmwareDefect } from '../defect.ts';

/** A unit that does not look at its link lights. */
export const ignoresLinkLoss: FirmwareDefect = {
  name: 'ignores-link-loss',
  sentence: 'The unit goes on taking an interface for normal when its link goes down.',
  breaks: ['IH-LINK-DOWN', 'AS-INTERFACE-FAILED-ACTIVE', 'IH-SHOWS-NO-LINK'],
  unit: (traits) => ({
    ...traits,
    judges: (found, before) => traits.judges(found === 'no-link' ? 'normal' : found, before),
  }),
};
