import type { BenchDefect } from '../defect.ts';

/** An outlet with a timer that somebody left set. */
export const outletComesBack: BenchDefect = {
  name: 'outlet-comes-back',
  sentence: 'The outlet comes back on by itself three seconds after it was switched off.',
  outlet: (traits) => ({ ...traits, returnsAfterMs: 3000 }),
};
