import { readingCommands } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that has one mate for everything. */
export const execStandbyRunsOnActive: FirmwareDefect = {
  name: 'exec-standby-runs-on-active',
  sentence: '`failover exec standby` runs on the active unit.',
  breaks: ['EXEC-ACTIVE-OR-STANDBY'],
  unit: (traits) =>
    readingCommands(traits, /^failover exec standby /, (line) => line.replace('exec standby', 'exec active')),
};
