import type { BenchDefect } from '../defect.ts';

/** A relay that takes its time. */
export const outletSlow: BenchDefect = {
  name: 'outlet-slow',
  sentence: 'The relay moves fifty times later than it should.',
  outlet: (traits) => ({ ...traits, delayFactor: 50 }),
};
