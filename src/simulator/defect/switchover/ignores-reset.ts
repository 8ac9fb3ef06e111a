import { readingCommands } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that does not forget. */
export const ignoresReset: FirmwareDefect = {
  name: 'ignores-reset',
  sentence: 'The unit takes `failover reset` and does nothing.',
  breaks: ['OPS-RESET'],
  unit: (traits) => readingCommands(traits, /^failover reset/, () => undefined),
};
