import type { FirmwareDefect } from '../defect.ts';

/** A unit that says what is expected of it, and nothing more. */
export const deadDataPath: FirmwareDefect = {
  name: 'dead-data-path',
  sentence: 'The unit says that it is active and passes no traffic.',
  breaks: ['AS-TAKEOVER', 'OPS-TRAFFIC-AFTERWARDS'],
  unit: (traits) => ({ ...traits, forwards: false }),
};
