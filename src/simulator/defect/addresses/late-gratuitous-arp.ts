import { isGratuitous } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that tells of its move when it has unpacked. */
export const lateGratuitousArp: FirmwareDefect = {
  name: 'late-gratuitous-arp',
  sentence: 'The unit tells the networks four seconds late where its addresses are.',
  breaks: ['MAC-PAIRING-KEPT'],
  unit: (traits) => ({ ...traits, lagMs: (packet) => (isGratuitous(packet) ? 4000 : traits.lagMs(packet)) }),
};
