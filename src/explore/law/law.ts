import type { Evidence } from '../evidence.ts';

/** Something that must always hold, of a journey or of whatever else leaves evidence. */
export interface Law<Of = Evidence> {
  readonly name: string;
  /** In one sentence. */
  readonly sentence: string;
  /** Where it is written. */
  readonly source: string;
  /** How it was broken, one line each; empty if it was kept. */
  broken(evidence: Of): readonly string[];
}
