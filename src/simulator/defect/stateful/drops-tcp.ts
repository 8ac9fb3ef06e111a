import { passing } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that forgets TCP. */
export const dropsTcp: FirmwareDefect = {
  name: 'drops-tcp',
  sentence: 'The unit does not pass TCP connections to its mate.',
  breaks: ['STATE-TCP', 'STATE-SESSIONS-SURVIVE'],
  unit: (traits) => passing(traits, 'tcp', false),
};
