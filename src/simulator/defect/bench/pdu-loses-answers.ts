import type { BenchDefect } from '../defect.ts';

/** An agent whose answers get lost, as UDP may lose them. */
export const pduLosesAnswers: BenchDefect = {
  name: 'pdu-loses-answers',
  sentence: 'The PDU obeys every command and never answers it.',
  pdu: (traits) => ({ ...traits, answersCommands: false }),
};
