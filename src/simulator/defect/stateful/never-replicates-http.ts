import { passing } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that forgets what it was asked to do. */
export const neverReplicatesHttp: FirmwareDefect = {
  name: 'never-replicates-http',
  sentence: 'The unit does not pass HTTP connections to its mate, although it is told to.',
  breaks: ['STATE-HTTP-WHEN-ENABLED'],
  unit: (traits) => passing(traits, 'http', false),
};
