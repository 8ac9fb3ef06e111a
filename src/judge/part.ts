import type { ScenarioBegun, ScenarioEnded, Trouble } from '../timeline/index.ts';
import type { Looked } from './look.ts';

/** One scenario cut out of a timeline: what came of a look at it, and what is wrong with it as evidence. */
export interface Part {
  readonly scenario: string;
  readonly begun: ScenarioBegun | undefined;
  readonly ended: ScenarioEnded | undefined;
  /** The last instant that it names, from its beginning to its end. */
  readonly lastMs: number;
  /** Troubles within it and after it that name it, or that came up while it was played. */
  readonly troubles: readonly Trouble[];
  /** Why the entries cannot be trusted to be all there is; nothing is judged then. */
  readonly flaws: readonly string[];
  /** Nothing where the evidence is not whole. */
  readonly looked: Looked | undefined;
}
