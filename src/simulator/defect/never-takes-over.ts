import type { Defect } from './defect.ts';

/** A standby unit that stays one. */
export const neverTakesOver: Defect = {
  name: 'never-takes-over',
  sentence: 'The unit ignores the death of its mate and every command to become active.',
  unit: (traits) => ({ ...traits, takesOver: false }),
};
