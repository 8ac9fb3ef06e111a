import { allTransitions, modelCoverage } from '../model/index.ts';
import type { Covered, ModelCoverage } from '../model/index.ts';
import { playedCourses } from './played-courses.ts';
import { tell, tellJson } from './say.ts';

export interface CoverageOptions {
  readonly json?: true;
}

/**
 * Tells which rows of the behaviour tables, rules, compound states and transitions of the model the scenarios of stored
 * runs exercised, and which never. Throws `UsageError` for a folder that is no run.
 */
export function coverage(folders: readonly string[], { json }: CoverageOptions): number {
  const covered = modelCoverage(folders.flatMap(playedCourses), allTransitions());
  if (json) tellJson(covered, 2);
  else tell(coverageText(covered));
  return 0;
}

/** What was reached, how often, and what never, one thing a line. */
export function coverageText({ rows, rules, compounds, transitions }: ModelCoverage): string {
  const parts: readonly (readonly [string, Covered])[] = [
    ['rows of the behaviour tables', rows],
    ['rules', rules],
    ['compound states', compounds],
    ['transitions', transitions],
  ];
  return parts.map(([name, covered]) => partText(name, covered)).join('\n');
}

function partText(name: string, { reached, never }: Covered): string {
  const seen = Object.entries(reached);
  const lines = [
    `${name}: ${seen.length} of ${seen.length + never.length} reached`,
    ...seen.map(([what, times]) => `  ${what}  ${times}`),
    ...(never.length > 0 ? ['  never:', ...never.map((what) => `    ${what}`)] : []),
  ];
  return `${lines.join('\n')}\n`;
}
