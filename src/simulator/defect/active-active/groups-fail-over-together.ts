import type { FirmwareDefect } from '../defect.ts';

/** A unit with one group in two parts. */
export const groupsFailOverTogether: FirmwareDefect = {
  name: 'groups-fail-over-together',
  sentence: 'When one failover group is moved, the other follows it.',
  breaks: ['AA-OTHER-GROUP-STAYS', 'AA-GROUP-FAILS-OVER'],
  unit: (traits) => ({
    ...traits,
    hears: (message) =>
      message.kind === 'group-order'
        ? [...traits.hears({ ...message, group: 1 }), ...traits.hears({ ...message, group: 2 })]
        : traits.hears(message),
  }),
};
