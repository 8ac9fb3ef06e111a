import { readingCommands } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that does not take over by command. */
export const ignoresFailoverActive: FirmwareDefect = {
  name: 'ignores-failover-active',
  sentence: 'The unit takes `failover active` and does nothing.',
  breaks: ['AS-TRIGGER-FORCED', 'OPS-FORCE'],
  unit: (traits) => readingCommands(traits, /^failover active/, () => undefined),
};
