import type { FirmwareDefect } from '../defect.ts';

/** A unit that takes the wrong one of two addresses. */
export const answersForStandby: FirmwareDefect = {
  name: 'answers-for-standby',
  sentence: 'The active unit answers for the standby IP addresses, and the standby unit for the active ones.',
  breaks: ['MAC-PAIRING-KEPT', 'AS-TAKEOVER'],
  unit: (traits) => ({
    ...traits,
    reads: (configured) => {
      const right = traits.reads(configured);
      if (right.purpose !== 'traffic') return right;
      return { ...right, active: right.standby, standby: right.active };
    },
  }),
};
