import type { BenchDefect } from '../defect.ts';

/** An agent that does not survive what it is told. */
export const pduAgentRestarts: BenchDefect = {
  name: 'pdu-agent-restarts',
  sentence:
    'The agent of the PDU restarts after every command that it accepts, before the relay moves, and forgets it.',
  pdu: (traits) => ({ ...traits, restartsAfterMs: 1 }),
};
