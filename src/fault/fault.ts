import type { Bench, Effect } from '../bench/index.ts';
import type { Stimulus, UnitName } from '../pair/index.ts';

/** What a fault strikes: a unit by name, resolved from its state at the moment of injection, and perhaps an interface. */
export interface Target {
  readonly unit: UnitName;
  readonly nameif?: string;
}

/** One thing that can go wrong, with its mending. */
export interface Fault {
  readonly name: string;
  /** For the timeline and for people: «power of primary cut». */
  did(target: Target): string;
  /** For the timeline and for people: «power of primary back»; absent where there is nothing to mend. */
  mended?(target: Target): string;
  /** What the pair can notice of it, and of its healing. */
  stimuli(target: Target): { readonly injected: readonly Stimulus[]; readonly healed: readonly Stimulus[] };
  /** Why this bench cannot cause it; a scenario is then pending with that reason. */
  missing(bench: Bench, target: Target): string | undefined;
  /** Resolves when the effect was observed; throws `BenchError` when it was acknowledged but never came. */
  inject(bench: Bench, target: Target): Promise<Effect>;
  /** Safe twice, and safe if `inject` never ran. */
  heal(bench: Bench, target: Target): Promise<Effect | undefined>;
}
