import { readingCommands } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that reads more than there is. */
export const unitCommandMovesGroup: FirmwareDefect = {
  name: 'unit-command-moves-group',
  sentence: '`failover active` and its `no` form in the system execution space move group 1 alone.',
  breaks: ['AA-TRIGGER-SYSTEM-COMMAND'],
  unit: (traits) => readingCommands(traits, /^(no )?failover active$/, (line) => `${line} group 1`),
};
