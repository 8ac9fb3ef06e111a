import type { Defect } from './defect.ts';

/** A unit that says what is expected of it, and nothing more. */
export const deadDataPath: Defect = {
  name: 'dead-data-path',
  sentence: 'The unit says that it is active and passes no traffic.',
  unit: (traits) => ({ ...traits, forwards: false }),
};
