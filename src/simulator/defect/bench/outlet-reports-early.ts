import type { BenchDefect } from '../defect.ts';

/** A PDU that reads back its own command. */
export const outletReportsEarly: BenchDefect = {
  name: 'outlet-reports-early',
  sentence: 'The PDU reports the state that was asked for at once, long before its relay moves.',
  outlet: (traits) => ({ ...traits, reports: 'wish', delayFactor: 20 }),
};
