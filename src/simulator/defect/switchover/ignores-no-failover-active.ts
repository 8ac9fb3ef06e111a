import { readingCommands } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that does not let go by command. */
export const ignoresNoFailoverActive: FirmwareDefect = {
  name: 'ignores-no-failover-active',
  sentence: 'The unit takes `no failover active` and does nothing.',
  breaks: ['AS-TRIGGER-FORCED', 'OPS-FORCE'],
  unit: (traits) => readingCommands(traits, /^no failover active/, () => undefined),
};
