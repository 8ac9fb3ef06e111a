import { printing } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that shows the policy of the house. */
export const showsDefaultPolicy: FirmwareDefect = {
  name: 'shows-default-policy',
  sentence: '`show failover` gives the default interface policy, whatever is set.',
  breaks: ['OPS-SHOWS-POLICY'],
  unit: (traits) => printing(traits, (line) => line.replace(/^Interface Policy .*/, 'Interface Policy 1')),
};
