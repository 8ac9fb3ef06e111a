import type { BenchDefect } from '../defect.ts';

/** An agent that cannot keep up. */
export const pduOverloadedAgent: BenchDefect = {
  name: 'pdu-overloaded-agent',
  sentence: 'The PDU takes 150 milliseconds over every request and loses those beyond two that wait.',
  pdu: (traits) => ({ ...traits, answersAfterMs: 150, keepsWaiting: 2 }),
};
