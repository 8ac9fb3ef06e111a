import { isGratuitous } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that gives a wrong address away. */
export const wrongGratuitousArp: FirmwareDefect = {
  name: 'wrong-gratuitous-arp',
  sentence: "The unit tells the networks a MAC address that is nobody's.",
  breaks: ['MAC-PAIRING-KEPT', 'MAC-OF-PRIMARY'],
  unit: (traits) => ({
    ...traits,
    sends: (packet) =>
      traits.sends(packet).map((one) => (isGratuitous(one) ? { ...one, senderMac: '0000.dead.0000' } : one)),
  }),
};
