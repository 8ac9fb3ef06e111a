import { unannounced } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that synchronizes behind the curtain. */
export const silentReplication: FirmwareDefect = {
  name: 'silent-replication',
  sentence: 'The console says nothing when configuration replication begins and ends.',
  breaks: ['LOG-REPLICATION-BEGINS', 'LOG-REPLICATION-ENDS', 'LOG-REPLICATION-RECEIVED'],
  unit: (traits) => unannounced(traits, /^replication-/),
};
