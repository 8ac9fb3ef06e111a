import { unlogged } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that suffers in silence. */
export const logsNoLostCommunications: FirmwareDefect = {
  name: 'logs-no-lost-communications',
  sentence: 'The unit does not log that it lost communications with its mate on an interface.',
  breaks: ['LOG-LOST-COMMUNICATIONS'],
  unit: (traits) => unlogged(traits, [105_005]),
};
