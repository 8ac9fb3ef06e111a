import type { FirmwareDefect } from '../defect.ts';

/** A unit that does not care for made-up addresses. */
export const ignoresVirtualMacs: FirmwareDefect = {
  name: 'ignores-virtual-macs',
  sentence: 'The unit uses burned-in MAC addresses where virtual ones are configured.',
  breaks: ['MAC-VIRTUAL', 'MAC-ORDER'],
  unit: (traits) => ({
    ...traits,
    reads: (configured) => ({
      ...traits.reads(configured),
      activeMac: undefined,
      standbyMac: undefined,
    }),
  }),
};
