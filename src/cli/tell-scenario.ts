import type { ScenarioVerdict } from '../judge/index.ts';
import { scenarioText } from '../report/index.ts';

const marks = { pass: '✔', fail: '✘', inconclusive: '?' } as const;

/** One scenario as it ends, for a terminal. */
export function tellScenario(verdict: ScenarioVerdict): string {
  return `  ${marks[verdict.outcome]} ${scenarioText(verdict)}`;
}
