import type { BenchDefect } from '../defect.ts';

/** A PDU that never gets round to it. */
export const outletStaysPending: BenchDefect = {
  name: 'outlet-stays-pending',
  sentence: 'The PDU accepts every command, and it stays pending for ever.',
  outlet: (traits) => ({ ...traits, settles: false }),
};
