import type { FirmwareDefect } from '../defect.ts';

/** A unit that mixes up two columns. */
export const swapsVirtualMacs: FirmwareDefect = {
  name: 'swaps-virtual-macs',
  sentence:
    'The unit uses the standby virtual MAC address with the active IP address, and the other way round.',
  breaks: ['MAC-VIRTUAL'],
  unit: (traits) => ({
    ...traits,
    reads: (configured) => {
      const right = traits.reads(configured);
      return { ...right, activeMac: right.standbyMac, standbyMac: right.activeMac };
    },
  }),
};
