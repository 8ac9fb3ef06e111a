import { readingCommands } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that does not read to the end of the line. */
export const groupCommandMovesUnit: FirmwareDefect = {
  name: 'group-command-moves-unit',
  sentence: '`failover active group` and its `no` form move both groups.',
  breaks: ['AA-TRIGGER-GROUP-COMMAND'],
  unit: (traits) =>
    readingCommands(traits, /^(no )?failover active group/, (line) => line.replace(/ group.*/, '')),
};
