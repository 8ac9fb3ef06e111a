import type { FirmwareDefect } from '../defect.ts';

/** A unit that gives its interfaces the benefit of the doubt. */
export const neverFailsByTest: FirmwareDefect = {
  name: 'never-fails-by-test',
  sentence:
    'An interface that fails all its tests is unknown, even where the same interface of the mate passes traffic.',
  breaks: ['IH-TEST-ALL-FAIL', 'IH-SHOWS-FAILED', 'IH-HOLD'],
  unit: (traits) => ({
    ...traits,
    judges: (found, before) => traits.judges(found === 'failed' ? 'unknown' : found, before),
  }),
};
