import { forgetting } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that does not keep its secret. */
export const forgetsFailoverKey: FirmwareDefect = {
  name: 'forgets-failover-key',
  sentence: 'The failover key is gone after a reload.',
  breaks: ['CFG-KEY-ENCRYPTS'],
  unit: (traits) => forgetting(traits, (line) => line.startsWith('failover key')),
};
