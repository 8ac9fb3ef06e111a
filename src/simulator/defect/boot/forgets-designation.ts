import { forgetting } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that does not know which one it is. */
export const forgetsDesignation: FirmwareDefect = {
  name: 'forgets-designation',
  sentence: 'After a reload the primary unit takes itself for the secondary.',
  breaks: ['AS-ROLE-FIXED', 'CFG-UNIT-PRIMARY'],
  unit: (traits) => forgetting(traits, (line) => line.startsWith('failover lan unit')),
};
