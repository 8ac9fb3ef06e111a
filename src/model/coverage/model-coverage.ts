import { predictFor } from '../predict.ts';
import { linkRules } from '../link/predict-links.ts';
import { rules } from '../rules.ts';
import { settingsOf } from '../pair-state.ts';
import { compoundStates } from './compound-states.ts';
import { stepsOf } from './step.ts';
import type { Run, Step } from './step.ts';
import { tableRows } from './table-rows.ts';
import { transitionOf } from './transition.ts';

/** What of a kind was exercised, and how often; and what never. Both in the order of the list they come from. */
export interface Covered {
  readonly reached: Readonly<Record<string, number>>;
  readonly never: readonly string[];
}

/** What a set of runs exercised of the model. */
export interface ModelCoverage {
  /** Rows of the behaviour tables, by the id of their requirement. */
  readonly rows: Covered;
  readonly rules: Covered;
  readonly compounds: Covered;
  /** Of `transitions`, if they were given: `allTransitions()` takes a moment to work out. */
  readonly transitions: Covered;
}

/**
 * Which rows, rules, compound states and transitions the runs exercised and which never. A step counts for rows,
 * rules and transitions only where it is known which state it met.
 */
export function modelCoverage(
  runs: readonly Run[],
  transitions: ReadonlySet<string> = new Set(),
): ModelCoverage {
  const steps = runs.flatMap(stepsOf);
  return {
    rows: counted(
      tableRows.map(({ requirement }) => requirement.id),
      steps.flatMap(requirementsOf),
    ),
    rules: counted(
      [...rules, ...linkRules].map(({ name }) => name),
      steps.flatMap(rulesOf),
    ),
    compounds: counted(
      compoundStates.map(({ name }) => name),
      steps.flatMap((step) => compoundStates.filter((each) => each.isIn(step)).map(({ name }) => name)),
    ),
    transitions: counted([...transitions], steps.flatMap(transitionsOf)),
  };
}

/** A step that met a state for certain is told by what is predicted of it, each thing once. */
const requirementsOf = ({ pair, predicted, links }: Step): readonly string[] =>
  pair ? [...new Set([...predicted, ...links].flatMap(({ requirements }) => requirements))] : [];

const rulesOf = ({ pair, predicted, links }: Step): readonly string[] =>
  pair ? [...new Set([...predicted, ...links].map(({ rule }) => rule))] : [];

const transitionsOf = ({ views, timed: { stimulus }, settings }: Step): readonly string[] =>
  views
    .filter((view) => predictFor(view, stimulus, settings).length > 0)
    .map((view) => transitionOf(view, stimulus, settingsOf(view, settings)));

function counted(names: readonly string[], seen: readonly string[]): Covered {
  const counts = new Map(names.map((name) => [name, 0]));
  for (const name of seen) {
    const before = counts.get(name);
    if (before !== undefined) counts.set(name, before + 1);
  }
  const all = [...counts];
  return {
    reached: Object.fromEntries(all.filter(([, count]) => count > 0)),
    never: all.filter(([, count]) => count === 0).map(([name]) => name),
  };
}
