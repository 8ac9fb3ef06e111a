import type { Endured } from '../endured.ts';

/** Something that must hold in every ordeal, whatever goes wrong in it. */
export interface OrdealLaw {
  readonly name: string;
  /** In one sentence. */
  readonly sentence: string;
  /** Where it is written. */
  readonly source: string;
  /** How it was broken, one line each; empty if it was kept. */
  broken(endured: Endured): readonly string[];
}
