import { silentAbout } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** An active unit that does not come to an end. */
export const neverEndsReplication: FirmwareDefect = {
  name: 'never-ends-replication',
  sentence: 'The unit sends its configuration and never says that this was all.',
  breaks: ['REP-AT-BOOT', 'REP-WHOLE'],
  unit: (traits) => silentAbout(traits, (message) => message.kind === 'sync' && message.part === 'end'),
};
