import { silentAbout } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** An active unit that tells nothing. */
export const sendsNoUpdates: FirmwareDefect = {
  name: 'sends-no-updates',
  sentence: 'The unit sends nothing over the state link.',
  breaks: ['STATE-CONTINUOUS', 'OPS-SHOWS-COUNTERS'],
  unit: (traits) => silentAbout(traits, ({ kind }) => kind === 'state-update'),
};
