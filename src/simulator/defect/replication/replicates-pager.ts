import { replicating } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that tells its mate how long its pages are. */
export const replicatesPager: FirmwareDefect = {
  name: 'replicates-pager',
  sentence: 'The unit replicates `pager`.',
  breaks: ['REP-NOT-PAGER'],
  unit: (traits) => replicating(traits, /^pager/, true),
};
