import { sayingInHellos } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that does not introduce itself. */
export const hidesBurnedIn: FirmwareDefect = {
  name: 'hides-burned-in',
  sentence: 'The unit does not tell its mate its MAC addresses.',
  breaks: ['MAC-EXCHANGED'],
  unit: (traits) => sayingInHellos(traits, (hello) => ({ ...hello, burnedIn: {} })),
};
