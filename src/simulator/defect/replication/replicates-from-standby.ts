import type { FirmwareDefect } from '../defect.ts';

/** A standby unit that tells the active one what to do. */
export const replicatesFromStandby: FirmwareDefect = {
  name: 'replicates-from-standby',
  sentence: 'Commands that are entered on the standby unit are replicated to the active one.',
  breaks: ['REP-NOT-FROM-STANDBY'],
  unit: (traits) => ({ ...traits, replicatesFromStandby: true }),
};
