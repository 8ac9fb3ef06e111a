import { unannounced } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that does not complain of what it cannot read. */
export const silentDecryptionFailure: FirmwareDefect = {
  name: 'silent-decryption-failure',
  sentence: 'The console says nothing when the failover keys differ.',
  breaks: ['LOG-DECRYPTION'],
  unit: (traits) => unannounced(traits, /^decryption-failure$/),
};
