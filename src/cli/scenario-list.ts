/** The scenarios of suites as people and programs read them, with what each does to a rack. */
import { procedureOf } from '../scenario/index.ts';
import type { Scenario, Step } from '../scenario/index.ts';

/** A suite with its scenarios, in their order. */
export interface ListedSuite {
  /** Its name, or the path it was called by. */
  readonly suite: string;
  readonly scenarios: readonly ListedScenario[];
}

/** A scenario as it is written, perhaps with its procedure. */
export interface ListedScenario extends Scenario {
  readonly procedure?: readonly Step[];
}

/** The suite as it is told; with the procedure of every scenario if that is wanted. */
export function listed(suite: string, scenarios: readonly Scenario[], withProcedure: boolean): ListedSuite {
  return {
    suite,
    scenarios: scenarios.map((scenario) => ({
      ...scenario,
      ...(withProcedure ? { procedure: procedureOf(scenario) } : {}),
    })),
  };
}

/** Every suite with its scenarios, in plain words, and the sum. */
export function listText(suites: readonly ListedSuite[]): string {
  const count = suites.reduce((sum, { scenarios }) => sum + scenarios.length, 0);
  const told = suites.map(({ suite, scenarios }) =>
    [`${suite}: ${numbered(scenarios.length, 'scenario')}`, ...scenarios.map(scenarioText)].join('\n\n'),
  );
  return `${[...told, `${numbered(count, 'scenario')} in ${numbered(suites.length, 'suite')}.`].join('\n\n')}\n`;
}

/** `1 scenario`, `6 scenarios`. */
export const numbered = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** The head of a scenario: its name, its question, and what it is about. */
export function headText({ name, title, requirements }: Scenario): string {
  const about = requirements.length > 0 ? requirements.join(', ') : 'none named';
  return [name, `  ${title}`, `  requirements: ${about}`].join('\n');
}

function scenarioText(scenario: ListedScenario): string {
  const { procedure = [] } = scenario;
  return [headText(scenario), ...procedure.map(stepText)].join('\n');
}

/** One numbered step: `3. fault: power of primary cut`. */
export const stepText = ({ phase, does }: Step, index: number): string => `  ${index + 1}. ${phase}: ${does}`;
