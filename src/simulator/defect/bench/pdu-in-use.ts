import type { BenchDefect } from '../defect.ts';

/** A PDU that listens to one user at a time. */
export const pduInUse: BenchDefect = {
  name: 'pdu-in-use',
  sentence:
    'Somebody stays logged in at the PDU; the families that listen to one user only refuse every command.',
  pdu: (traits) => ({ ...traits, inUse: true }),
};
