import { passing } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that does more than it was asked to. */
export const replicatesHttpUnasked: FirmwareDefect = {
  name: 'replicates-http-unasked',
  sentence: 'The unit passes HTTP connections to its mate without `failover replication http`.',
  breaks: ['STATE-HTTP-NOT-BY-DEFAULT'],
  unit: (traits) => passing(traits, 'http', true),
};
