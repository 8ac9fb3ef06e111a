import { deafTo } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A standby unit that does not listen. */
export const ignoresReplicatedCommands: FirmwareDefect = {
  name: 'ignores-replicated-commands',
  sentence: 'The standby unit drops the commands that its mate replicates.',
  breaks: ['REP-AS-ENTERED'],
  unit: (traits) => deafTo(traits, ({ kind }) => kind === 'command'),
};
