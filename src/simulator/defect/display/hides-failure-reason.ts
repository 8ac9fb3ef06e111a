import { printing } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that does not say what ails it. */
export const hidesFailureReason: FirmwareDefect = {
  name: 'hides-failure-reason',
  sentence: '`show failover state` gives no reason of failure.',
  breaks: ['OPS-SHOWS-STATE'],
  unit: (traits) => printing(traits, (line) => line.replace(/(Comm|Ifc) Failure +\d.*/, 'None')),
};
