import type { FirmwareDefect } from '../defect.ts';

/** A unit that does not say what it does. */
export const hidesHttpReplication: FirmwareDefect = {
  name: 'hides-http-replication',
  sentence: '`show failover` does not say that HTTP state is replicated.',
  breaks: ['OPS-SHOWS-HTTP'],
  unit: (traits) => ({
    ...traits,
    prints: (lines) => traits.prints(lines).filter((line) => line !== 'failover replication http'),
  }),
};
