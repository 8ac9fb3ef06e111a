import type { ScenarioVerdict } from '../judge/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Entry } from '../timeline/index.ts';

/** A scenario that was played: its verdict, and the evidence for assertions of your own. */
export interface PlayedScenario {
  readonly scenario: Scenario;
  readonly verdict: ScenarioVerdict;
  /** The entries of the timeline from its beginning to its end. */
  readonly entries: readonly Entry[];
}
