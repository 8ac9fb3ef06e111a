import type { BenchDefect } from '../defect.ts';

/** A relay whose contacts are welded together. */
export const outletStuckOn: BenchDefect = {
  name: 'outlet-stuck-on',
  sentence: 'The relay does not open any more, and the PDU says so.',
  outlet: (traits) => ({ ...traits, moves: { on: true, off: false } }),
};
