import type { FirmwareDefect } from '../defect.ts';

/** A unit that stays active beside another one. */
export const neverYields: FirmwareDefect = {
  name: 'never-yields',
  sentence: 'The unit stays active although its mate has become active in its place.',
  breaks: ['AS-ONE-ACTIVE'],
  unit: (traits) => ({
    ...traits,
    decides: (right, me, mate) =>
      right.move === 'yield' ? { move: 'stay' } : traits.decides(right, me, mate),
  }),
};
