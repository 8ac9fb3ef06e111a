import type { FailoverSettings } from '../../pair/index.ts';
import { foretellCourse } from '../course/foretell-course.ts';
import type { Foretold, Timed } from '../course/foretell-course.ts';
import { predictLinks } from '../link/predict-links.ts';
import type { LinkPrediction } from '../link/link-rule.ts';
import { viewsOf } from '../pair-state.ts';
import type { GroupView, PairState } from '../pair-state.ts';

/** What one scenario did to a pair: where it began, with which timers, and the stimuli in their order. */
export interface Run {
  readonly pair: PairState;
  readonly settings: FailoverSettings;
  readonly course: readonly Timed[];
}

/** One stimulus of a run, as far as coverage cares. */
export interface Step extends Foretold {
  readonly settings: FailoverSettings;
  /** The state that it met, where there is only one that it can be. */
  readonly pair?: PairState;
  readonly views: readonly GroupView[];
  readonly links: readonly LinkPrediction[];
  /** The step before; absent for the first. */
  readonly before?: Step;
}

/** The run as steps, each with what is foretold of it. */
export function stepsOf({ pair, settings, course }: Run): readonly Step[] {
  const steps: Step[] = [];
  for (const foretold of foretellCourse(pair, course, settings)) {
    const [only, other] = foretold.met;
    const known = other === undefined ? only : undefined;
    const before = steps.at(-1);
    steps.push({
      ...foretold,
      settings,
      views: known ? viewsOf(known) : [],
      links: known ? predictLinks(known, foretold.timed.stimulus, settings) : [],
      ...(known && { pair: known }),
      ...(before && { before }),
    });
  }
  return steps;
}
