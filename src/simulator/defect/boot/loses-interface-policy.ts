import { forgetting } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that keeps its memory but for one line. */
export const losesInterfacePolicy: FirmwareDefect = {
  name: 'loses-interface-policy',
  sentence: 'The interface policy is back at its default after a reload, although it was saved.',
  breaks: ['REP-SAVED-ON-BOTH', 'IH-POLICY'],
  unit: (traits) => forgetting(traits, (line) => line.startsWith('failover interface-policy')),
};
