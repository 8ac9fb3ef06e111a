import type { BenchDefect } from '../defect.ts';

/** A PDU that believes itself. */
export const outletReportsWish: BenchDefect = {
  name: 'outlet-reports-wish',
  sentence: 'The PDU reports the state that was asked for, and its relay does not move.',
  outlet: (traits) => ({ ...traits, moves: { on: false, off: false }, reports: 'wish' }),
};
