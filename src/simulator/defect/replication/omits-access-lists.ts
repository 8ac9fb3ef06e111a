import { replicating } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that keeps its access lists to itself. */
export const omitsAccessLists: FirmwareDefect = {
  name: 'omits-access-lists',
  sentence: 'The unit does not replicate access lists as they are entered.',
  breaks: ['REP-COMMAND-CONFIGURATION', 'REP-AS-ENTERED'],
  unit: (traits) => replicating(traits, /^access-list/, false),
};
