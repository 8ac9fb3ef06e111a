import { isGratuitous, sending } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that moves in quietly. */
export const noGratuitousArp: FirmwareDefect = {
  name: 'no-gratuitous-arp',
  sentence: 'The unit does not tell the networks where its addresses are.',
  breaks: ['MAC-PAIRING-KEPT'],
  unit: (traits) => sending(traits, (packet) => !isGratuitous(packet)),
};
