import type { FirmwareDefect } from '../defect.ts';

/** A unit that takes over the IP addresses alone. */
export const keepsBurnedIn: FirmwareDefect = {
  name: 'keeps-burned-in',
  sentence: 'The unit keeps its own MAC addresses when it takes over the IP addresses of its mate.',
  breaks: ['MAC-OF-PRIMARY', 'MAC-PAIRING-KEPT', 'MAC-STANDBY-ADDRESSES'],
  unit: (traits) => ({ ...traits, usesMac: (_right, burnedIn) => burnedIn }),
};
