import { unlogged } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that does not tell. */
export const silentSwitchover: FirmwareDefect = {
  name: 'silent-switchover',
  sentence: 'The unit logs nothing when it becomes active or standby.',
  breaks: ['LOG-BOTH-UNITS', 'LOG-TRAPS'],
  unit: (traits) => unlogged(traits, [104_001, 104_002]),
};
