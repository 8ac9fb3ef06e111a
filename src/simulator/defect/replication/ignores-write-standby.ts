import { deafTo } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A standby unit that has heard enough. */
export const ignoresWriteStandby: FirmwareDefect = {
  name: 'ignores-write-standby',
  sentence: 'The standby unit does not take the configuration anew at `write standby`.',
  breaks: ['REP-WRITE-STANDBY'],
  unit: (traits) =>
    deafTo(traits, (message) => message.kind === 'unit-order' && message.order === 'resynchronize'),
};
