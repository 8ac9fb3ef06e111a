import { passing } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that forgets UDP. */
export const dropsUdp: FirmwareDefect = {
  name: 'drops-udp',
  sentence: 'The unit does not pass UDP connections to its mate.',
  breaks: ['STATE-UDP', 'STATE-SESSIONS-SURVIVE'],
  unit: (traits) => passing(traits, 'udp', false),
};
