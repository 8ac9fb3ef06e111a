import type { Bench, Effect, Place } from '../bench/index.ts';
import type { GroupId, Stimulus, UnitName } from '../pair/index.ts';

/** What a fault strikes: a unit by name, resolved from its state at the moment of injection, and perhaps an interface. */
export interface Target {
  readonly unit: UnitName;
  /** Active/Active: the one group that is meant, by faults that can mean one; all of them if left out. */
  readonly group?: GroupId;
  readonly nameif?: string;
}

/** What a bench must have for a fault: a console to type at, an outlet for each feed, a switch port. */
export const needs = ['console', 'outlet', 'port'] as const;

/** One of them. */
export type Need = (typeof needs)[number];

/** What a fault asks of a bench before anything is touched: how it is cabled. An open bench knows, and so does a file. */
export type Cabled = Pick<Bench, 'topology'>;

/** One thing that can go wrong, with its mending. */
export interface Fault {
  readonly name: string;
  readonly needs: readonly Need[];
  /** For the timeline and for people: «power of primary cut». */
  did(target: Target): string;
  /** For the timeline and for people: «power of primary back»; absent where there is nothing to mend. */
  mended?(target: Target): string;
  /** When it counts as caused, where its needs do not tell: «it counts once …». */
  readonly counts?: string;
  /** What the pair can notice of it, and of its healing. */
  stimuli(target: Target): { readonly injected: readonly Stimulus[]; readonly healed: readonly Stimulus[] };
  /** Why this bench cannot cause it; a scenario is then pending with that reason. */
  missing(cabled: Cabled, target: Target): string | undefined;
  /** Everything on the bench that it lays hands on; ask only where nothing is missing. */
  touches(cabled: Cabled, target: Target): readonly Place[];
  /** Resolves when the effect was observed; throws `BenchError` when it was acknowledged but never came. */
  inject(bench: Bench, target: Target): Promise<Effect>;
  /** Safe twice, and safe if `inject` never ran. */
  heal(bench: Bench, target: Target): Promise<Effect | undefined>;
}
