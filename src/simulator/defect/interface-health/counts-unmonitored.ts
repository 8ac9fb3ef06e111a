import type { FirmwareDefect } from '../defect.ts';

/** A unit that monitors whatever has a name. */
export const countsUnmonitored: FirmwareDefect = {
  name: 'counts-unmonitored',
  sentence: 'The unit counts interfaces whose monitoring is disabled.',
  breaks: ['IH-UNMONITORED', 'CFG-MONITOR-COMMAND'],
  unit: (traits) => ({
    ...traits,
    reads: (configured) => {
      const right = traits.reads(configured);
      return right.purpose === 'traffic' ? { ...right, monitored: true } : right;
    },
  }),
};
