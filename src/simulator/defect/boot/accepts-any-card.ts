import { unconcernedBy } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that does not look into the slots of its mate. */
export const acceptsAnyCard: FirmwareDefect = {
  name: 'accepts-any-card',
  sentence: 'The unit does not notice that its mate has another service card.',
  breaks: ['SYS-SAME-MODULES'],
  unit: (traits) => unconcernedBy(traits, 'card'),
};
