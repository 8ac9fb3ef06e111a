import type { FirmwareDefect } from '../defect.ts';

/** A unit to which every interface is a physical one. */
export const monitorsSubinterfaces: FirmwareDefect = {
  name: 'monitors-subinterfaces',
  sentence: 'The unit monitors subinterfaces without being told to.',
  breaks: ['CFG-MONITOR-SUBINTERFACE'],
  unit: (traits) => ({
    ...traits,
    reads: (configured) => {
      const right = traits.reads(configured);
      return right.vlan !== undefined && right.purpose === 'traffic' ? { ...right, monitored: true } : right;
    },
  }),
};
