import { unconcernedBy } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that does not ask for papers. */
export const acceptsAnyLicence: FirmwareDefect = {
  name: 'accepts-any-licence',
  sentence: 'The unit does not notice that its mate has other licensed features.',
  breaks: ['SYS-SAME-LICENSED-FEATURES'],
  unit: (traits) => unconcernedBy(traits, 'licence'),
};
