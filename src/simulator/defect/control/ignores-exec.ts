import { deafTo } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that takes no orders. */
export const ignoresExec: FirmwareDefect = {
  name: 'ignores-exec',
  sentence: 'The unit drops what its mate sends with `failover exec`.',
  breaks: ['EXEC-MATE', 'EXEC-OVER-LINK'],
  unit: (traits) => deafTo(traits, ({ kind }) => kind === 'execute'),
};
