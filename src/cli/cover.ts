/** The shortest set of scenarios that exercises of the model what was not exercised yet. */
import { allTransitions, modelCoverage } from '../model/index.ts';
import type { Run } from '../model/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Topology } from '../topology/index.ts';
import { candidatesOn } from './cover-candidates.ts';
import type { Candidate } from './cover-candidates.ts';

/** A scenario with what it is the first to reach. */
export interface Proposed {
  readonly scenario: Scenario;
  readonly reaches: readonly string[];
}

/** What is proposed, and how much of the model the runs reach with it and without. */
export interface Cover {
  readonly proposed: readonly Proposed[];
  readonly reachedBefore: number;
  /** Rows, rules, compound states and transitions that no such scenario on this bench reaches. */
  readonly outOfReach: readonly string[];
}

/**
 * The scenarios that this bench can play, and that reach together whatever one strike on it, or two, can reach and the
 * runs have not: each time the one that reaches most, one strike before two. That is near the shortest set; to find
 * the shortest itself would take for ever.
 */
export function coverOn(topology: Topology, runs: readonly Run[], strikes: 1 | 2 = 2): Cover {
  const transitions = allTransitions();
  const reachedBy = (some: readonly Run[]): readonly string[] => namesOf(some, transitions, 'reached');
  const before = new Set(reachedBy(runs));
  const second = strikes === 2 ? candidatesOn(topology, 2) : [];
  const open = [...candidatesOn(topology, 1), ...second].map((each) => ({
    ...each,
    reaches: reachedBy([each.run]).filter((name) => !before.has(name)),
  }));
  const proposed = greedily(open);
  const after = new Set([...before, ...proposed.flatMap(({ reaches }) => reaches)]);
  return {
    proposed,
    reachedBefore: before.size,
    outOfReach: namesOf([], transitions, 'never').filter((name) => !after.has(name)),
  };
}

interface Open extends Candidate {
  readonly reaches: readonly string[];
}

function greedily(candidates: readonly Open[]): readonly Proposed[] {
  const proposed: Proposed[] = [];
  let open = candidates.filter(({ reaches }) => reaches.length > 0);
  while (open.length > 0) {
    const best = open.reduce((most, each) => (each.reaches.length > most.reaches.length ? each : most));
    proposed.push({ scenario: best.scenario, reaches: best.reaches });
    const now = new Set(best.reaches);
    open = open.flatMap((each) => {
      const reaches = each.reaches.filter((name) => !now.has(name));
      return reaches.length > 0 ? [{ ...each, reaches }] : [];
    });
  }
  return proposed;
}

/** Everything that was reached, or never, each with its kind before it. */
export function namesOf(
  runs: readonly Run[],
  transitions: ReadonlySet<string>,
  which: 'reached' | 'never',
): readonly string[] {
  const { rows, rules, compounds, transitions: made } = modelCoverage(runs, transitions);
  const of = { row: rows, rule: rules, 'compound state': compounds, transition: made };
  return Object.entries(of).flatMap(([kind, covered]) =>
    (which === 'reached' ? Object.keys(covered.reached) : covered.never).map((name) => `${kind}: ${name}`),
  );
}

/** The scenarios as a suite that `fover run` accepts. */
export function suiteOf({ proposed }: Cover): string {
  const scenarios = proposed.map(({ scenario, reaches }) => {
    const whole = reaches.map((name) => `  // ${name}`).join('\n');
    const data = JSON.stringify(scenario, null, 2).replaceAll('\n', '\n  ');
    return `${whole}\n  certify(${data});`;
  });
  return `import { certify } from 'fover';\n\ndescribe('What the runs have not reached yet', () => {\n${scenarios.join('\n\n')}\n});\n`;
}
