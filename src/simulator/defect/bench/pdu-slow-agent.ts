import type { BenchDefect } from '../defect.ts';

/** An agent on a card of another century. */
export const pduSlowAgent: BenchDefect = {
  name: 'pdu-slow-agent',
  sentence: 'The PDU takes two seconds over every request, one after the other.',
  pdu: (traits) => ({ ...traits, answersAfterMs: 2000 }),
};
