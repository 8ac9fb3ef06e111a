import type { FirmwareDefect } from '../defect.ts';

/** A primary unit that cannot be second. */
export const returnsAsActive: FirmwareDefect = {
  name: 'returns-as-active',
  sentence: 'The unit becomes active when it boots beside an active mate.',
  breaks: ['AS-BOOTS-BESIDE-ACTIVE', 'AS-FORMER-ACTIVE-RETURNS'],
  unit: (traits) => ({
    ...traits,
    decides: (right, me, mate) =>
      right.move === 'join'
        ? { move: 'become-active', reason: 'No Active unit found' }
        : traits.decides(right, me, mate),
  }),
};
