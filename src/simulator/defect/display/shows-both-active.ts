import { printing } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that sees double. */
export const showsBothActive: FirmwareDefect = {
  name: 'shows-both-active',
  sentence: '`show failover` gives the standby mate as active too.',
  breaks: ['AS-ONE-ACTIVE', 'OPS-SHOWS-BOTH-STATES'],
  unit: (traits) =>
    printing(traits, (line) => line.replace(/^(\tOther host: \w+ - )Standby Ready /, '$1Active ')),
};
