import { unlogged } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit whose interfaces bounce in silence. */
export const logsNoBounce: FirmwareDefect = {
  name: 'logs-no-bounce',
  sentence: 'The unit does not log that its interfaces go down and up during a switchover.',
  breaks: ['LOG-LINE-PROTOCOL'],
  unit: (traits) => unlogged(traits, [411_001, 411_002]),
};
