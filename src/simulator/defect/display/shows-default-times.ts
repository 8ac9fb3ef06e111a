import { printing } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that shows what is in the manual. */
export const showsDefaultTimes: FirmwareDefect = {
  name: 'shows-default-times',
  sentence: '`show failover` gives the default timers, whatever is set.',
  breaks: ['OPS-SHOWS-TIMERS'],
  unit: (traits) =>
    printing(traits, (line) =>
      line.replace(/^Unit Poll frequency .*/, 'Unit Poll frequency 1 seconds, holdtime 15 seconds'),
    ),
};
