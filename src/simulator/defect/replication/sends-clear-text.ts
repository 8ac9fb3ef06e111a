import type { FirmwareDefect } from '../defect.ts';

/** A unit that has a key and does not use it. */
export const sendsClearText: FirmwareDefect = {
  name: 'sends-clear-text',
  sentence:
    'The unit neither encrypts nor decrypts what passes between the units, although a failover key is set.',
  breaks: ['CFG-KEY-ENCRYPTS'],
  unit: (traits) => ({
    ...traits,
    settings: (configured) => ({ ...traits.settings(configured), key: undefined }),
  }),
};
