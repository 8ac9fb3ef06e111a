import type { Evidence } from '../evidence.ts';

/** Something that must hold on every journey, whatever is broken on the way. */
export interface Law {
  readonly name: string;
  /** In one sentence. */
  readonly sentence: string;
  /** Where it is written. */
  readonly source: string;
  /** How it was broken, one line each; empty if it was kept. */
  broken(evidence: Evidence): readonly string[];
}
