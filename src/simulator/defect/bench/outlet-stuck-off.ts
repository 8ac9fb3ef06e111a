import type { BenchDefect } from '../defect.ts';

/** A relay whose coil is burnt. */
export const outletStuckOff: BenchDefect = {
  name: 'outlet-stuck-off',
  sentence: 'The relay does not close any more once it is open, and the PDU says so.',
  outlet: (traits) => ({ ...traits, moves: { on: false, off: true } }),
};
