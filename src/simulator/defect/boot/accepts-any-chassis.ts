import { unconcernedBy } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that does not look at its mate. */
export const acceptsAnyChassis: FirmwareDefect = {
  name: 'accepts-any-chassis',
  sentence: 'The unit does not notice that its mate is another model.',
  breaks: ['SYS-SAME-MODEL'],
  unit: (traits) => unconcernedBy(traits, 'chassis'),
};
