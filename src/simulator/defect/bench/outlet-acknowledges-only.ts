import type { BenchDefect } from '../defect.ts';

/** A PDU whose relays are stuck. */
export const outletAcknowledgesOnly: BenchDefect = {
  name: 'outlet-acknowledges-only',
  sentence: 'The PDU accepts every command and its relay does not move.',
  outlet: (traits) => ({ ...traits, heeds: 'none' }),
};
