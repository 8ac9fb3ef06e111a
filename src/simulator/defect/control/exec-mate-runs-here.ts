import { readingCommands } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that talks to itself. */
export const execMateRunsHere: FirmwareDefect = {
  name: 'exec-mate-runs-here',
  sentence: '`failover exec mate` runs on the unit where it is entered.',
  breaks: ['EXEC-MATE'],
  unit: (traits) =>
    readingCommands(traits, /^failover exec mate /, (line) => line.replace('exec mate', 'exec active')),
};
