import { rehearseSuite } from '../rehearsal/rehearse-suite.ts';
import type { Candidate } from './candidates.ts';
import type { Trial } from './fate-of.ts';
import { randomQuestions } from './random-questions.ts';

/** Which defect is played, and in what. Everything in it passes from process to process. */
export interface MutantOrder {
  readonly defect: string;
  readonly candidates: readonly Candidate[];
  /** How many random questions are asked, if any concerns the defect. */
  readonly questions: number;
  readonly seed: number;
}

/** All that was played with one defect. */
export interface PlayedMutant {
  readonly trials: readonly Trial[];
}

/** Plays one defect in random questions and in its candidates, each on a bench of its own. */
export async function playMutant({
  defect,
  candidates,
  questions,
  seed,
}: MutantOrder): Promise<PlayedMutant> {
  const trials: Trial[] = [...(await randomQuestions(defect, seed, questions))];
  for (const { suite, topology, only } of cellsOf(candidates)) {
    // Each on a bench of its own: what a broken pair leaves behind must not decide the next scenario.
    const how = { fresh: true, verbose: false, seed };
    const { scenarios, trouble } = await rehearseSuite({ ...how, suite, topology, defects: [defect], only });
    for (const { name, outcome, because, findings } of scenarios)
      trials.push({ where: `${suite}: ${name}`, topology, outcome, because, findings });
    if (trouble !== undefined)
      trials.push({ where: suite, topology, outcome: 'infrastructure', because: trouble, findings: [] });
  }
  return { trials };
}

/** The candidates of each suite on each topology. */
function cellsOf(
  candidates: readonly Candidate[],
): readonly { readonly suite: string; readonly topology: string; readonly only: readonly string[] }[] {
  const cells = new Map<string, { suite: string; topology: string; only: string[] }>();
  for (const { suite, topology, scenario } of candidates) {
    const key = `${suite}\n${topology}`;
    const cell = cells.get(key) ?? { suite, topology, only: [] };
    cell.only.push(scenario);
    cells.set(key, cell);
  }
  return [...cells.values()];
}

/** Whether a worker was told to play a defect. */
export function isMutantOrder(message: unknown): message is MutantOrder {
  return typeof message === 'object' && message !== null && 'candidates' in message;
}
