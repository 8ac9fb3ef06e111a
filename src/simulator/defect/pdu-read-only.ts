import type { Defect } from './defect.ts';

/** A PDU whose credentials were mixed up. */
export const pduReadOnly: Defect = {
  name: 'pdu-read-only',
  sentence: 'The PDU lets the bench look and not command.',
  pdu: (traits) => ({ ...traits, readOnly: true }),
};
