import { printing } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that sees no evil. */
export const showsAllNormal: FirmwareDefect = {
  name: 'shows-all-normal',
  sentence: '`show failover` gives every interface as normal.',
  breaks: ['IH-SHOWS-NO-LINK', 'IH-SHOWS-FAILED', 'IH-SHOWS-LINK-DOWN'],
  unit: (traits) =>
    printing(traits, (line) => line.replace(/(No Link|Link Down|Failed)( \(\w+\))$/, 'Normal$2')),
};
