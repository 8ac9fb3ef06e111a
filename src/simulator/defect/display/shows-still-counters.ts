import { printing } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that stopped counting. */
export const showsStillCounters: FirmwareDefect = {
  name: 'shows-still-counters',
  sentence: 'The statistics of logical updates do not move.',
  breaks: ['OPS-SHOWS-COUNTERS'],
  unit: (traits) =>
    printing(traits, (line) =>
      /^\t[\w ]+\t+\d+ +\d+ +\d+ +\d+/.test(line) ? line.replace(/\d+/g, '0') : line,
    ),
};
