import { deafTo } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A standby unit that does not take notes. */
export const ignoresUpdates: FirmwareDefect = {
  name: 'ignores-updates',
  sentence: 'The standby unit drops what it hears over the state link.',
  breaks: ['STATE-CONTINUOUS', 'STATE-SESSIONS-SURVIVE'],
  unit: (traits) => deafTo(traits, ({ kind }) => kind === 'state-update'),
};
