import type { FirmwareDefect } from '../defect.ts';

/** A unit that has forgotten what to look at. */
export const monitorsNothing: FirmwareDefect = {
  name: 'monitors-nothing',
  sentence: 'The unit monitors no interface.',
  breaks: ['CFG-MONITOR-PHYSICAL', 'AS-INTERFACE-FAILED-ACTIVE'],
  unit: (traits) => ({
    ...traits,
    reads: (configured) => ({ ...traits.reads(configured), monitored: false }),
  }),
};
