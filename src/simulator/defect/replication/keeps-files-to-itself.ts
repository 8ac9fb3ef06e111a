import { silentAbout } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that tidies its own flash only. */
export const keepsFilesToItself: FirmwareDefect = {
  name: 'keeps-files-to-itself',
  sentence: 'The unit does not replicate `delete`, `mkdir`, `rename` and `rmdir`.',
  breaks: ['REP-COMMAND-FILES'],
  unit: (traits) => silentAbout(traits, ({ kind }) => kind === 'file'),
};
