import { passing } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that forgets who is who. */
export const dropsTranslations: FirmwareDefect = {
  name: 'drops-translations',
  sentence: 'The unit does not pass its address translations to its mate.',
  breaks: ['STATE-NAT'],
  unit: (traits) => passing(traits, 'xlate', false),
};
