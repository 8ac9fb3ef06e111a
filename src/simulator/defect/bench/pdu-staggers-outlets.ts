import type { BenchDefect } from '../defect.ts';

/** A PDU that protects its fuse. */
export const pduStaggersOutlets: BenchDefect = {
  name: 'pdu-staggers-outlets',
  sentence: 'The PDU lets three seconds pass between two outlets that come on.',
  pdu: (traits) => ({ ...traits, staggerMs: 3000 }),
};
