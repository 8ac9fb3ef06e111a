import { replicating } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that makes its mate its twin. */
export const replicatesDesignation: FirmwareDefect = {
  name: 'replicates-designation',
  sentence: 'The unit replicates `failover lan unit`.',
  breaks: ['REP-NOT-LAN-UNIT'],
  unit: (traits) => replicating(traits, /^failover lan unit/, true),
};
