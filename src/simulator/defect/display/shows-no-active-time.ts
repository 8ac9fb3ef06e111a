import { printing } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit whose watch has stopped. */
export const showsNoActiveTime: FirmwareDefect = {
  name: 'shows-no-active-time',
  sentence: '`show failover` gives an active time of nought for both units.',
  breaks: ['OPS-SHOWS-ACTIVE-TIME'],
  unit: (traits) => printing(traits, (line) => line.replace(/Active time: \d+/, 'Active time: 0')),
};
