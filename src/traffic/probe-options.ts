import type { Clock } from '../clock.ts';
import type { ProbeSighting } from '../pair/index.ts';
import type { ProbeGap, ProbeInstants } from './probe-message.ts';

/** What to do with what is seen; all instants are those of the clock. */
export interface ProbeOptions {
  readonly clock: Clock;
  /** How often a batch of each flow is told. */
  readonly batchEveryMs: number;
  /** How long a probe may take before it counts as lost; batches are that old when they come. 500 unless given. */
  readonly settleMs?: number;
  /** A batch is final: every probe in it is either received or lost. */
  readonly onBatch: (saw: ProbeSighting, instants: ProbeInstants) => void;
  /** Nothing can be said of the flow for this time: probes not sent, come too late, or their process gone or silent. */
  readonly onGap: (gap: ProbeGap) => void;
}
