import type { UnitName } from '../pair/index.ts';

/** In what a unit can be unlike its mate («Failover System Requirements»). */
export type Unlike =
  | 'model'
  | 'memory'
  | 'interfaces'
  | 'card'
  | 'licence'
  | 'major version'
  | 'maintenance version';

/** Hands at the rack, for what no device of a bench can do. Each resolves with what was done, in a line of text. */
export interface Hands {
  /**
   * Takes a unit out and puts one in its place that is otherwise than its mate in this one thing, with the same cables
   * and the same Flash memory; it boots: `secondary exchanged for one of another model, ASA5545`.
   */
  readonly exchange: (unit: UnitName, unlike: Unlike) => Promise<string>;
  /** Puts the first one back: `secondary as it was`. */
  readonly putBack: (unit: UnitName) => Promise<string>;
}

/** The hands at a bench, if there are any. */
export interface WithHands {
  readonly hands?: Hands | undefined;
}
