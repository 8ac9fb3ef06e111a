import type { BenchDefect } from '../defect.ts';

/** A PDU whose credentials were mixed up. */
export const pduReadOnly: BenchDefect = {
  name: 'pdu-read-only',
  sentence: 'The PDU lets the bench look and not command.',
  pdu: (traits) => ({ ...traits, readOnly: true }),
};
