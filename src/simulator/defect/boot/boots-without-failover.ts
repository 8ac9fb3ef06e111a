import { forgetting } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that has to be told again. */
export const bootsWithoutFailover: FirmwareDefect = {
  name: 'boots-without-failover',
  sentence: 'After a reload failover is off, although it was saved as on.',
  breaks: ['AS-BOTH-BOOT', 'AS-BOOTS-BESIDE-ACTIVE'],
  unit: (traits) => forgetting(traits, (line) => line === 'failover'),
};
