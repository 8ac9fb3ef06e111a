import { printing } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that cannot part with its mate. */
export const showsLostMateAsReady: FirmwareDefect = {
  name: 'shows-lost-mate-as-ready',
  sentence: '`show failover` gives a failed mate as Standby Ready.',
  breaks: ['AS-ACTIVE-FAILED', 'OPS-SHOWS-BOTH-STATES'],
  unit: (traits) =>
    printing(traits, (line) => line.replace(/^(\tOther host: \w+ - )Failed /, '$1Standby Ready ')),
};
