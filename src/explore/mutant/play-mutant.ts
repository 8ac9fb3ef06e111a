import { basename } from 'node:path';
import { defectNamed } from './defect-named.ts';
import { rehearseSuite } from '../rehearsal/rehearse-suite.ts';
import type { Candidate } from './candidates.ts';
import { fateOf } from './fate-of.ts';
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

/**
 * Plays one defect in random questions and in its candidates, each on a bench of its own: what a broken pair leaves
 * behind must not decide the next scenario. Of a defect of the pair, no more is played once it is caught.
 */
export async function playMutant(order: MutantOrder): Promise<PlayedMutant> {
  const { candidates, questions, seed } = order;
  const defect = defectNamed(order.defect);
  const isCaught = (): boolean => fateOf(defect, trials).fate === 'caught';
  const trials: Trial[] = [...(await randomQuestions(order.defect, seed, questions))];
  for (const candidate of candidates) {
    // A pair that does not come up for one scenario does not for the next either.
    if (isCaught() || trials.some(({ where }) => where === bringUpOn(candidate))) break;
    trials.push(...(await playCandidate(order, candidate)));
  }
  return { trials };
}

async function playCandidate(
  { defect, seed }: MutantOrder,
  { suite, topology, scenario }: Candidate,
): Promise<readonly Trial[]> {
  const how = { fresh: true, verbose: false, seed, defects: [defect], only: [scenario] };
  const { scenarios, trouble } = await rehearseSuite({ ...how, suite, topology });
  const played = scenarios.map(({ name, outcome, because, findings }): Trial => {
    return { where: `${suite}: ${name}`, topology, outcome, because, findings };
  });
  if (trouble === undefined) return played;
  const where = bringUpOn({ topology });
  return [...played, { where, topology, outcome: 'infrastructure', because: trouble, findings: [] }];
}

const bringUpOn = ({ topology }: Pick<Candidate, 'topology'>): string =>
  `bring-up on ${basename(topology, '.yaml')}`;

/** Whether a worker was told to play a defect. */
export function isMutantOrder(message: unknown): message is MutantOrder {
  return typeof message === 'object' && message !== null && 'candidates' in message;
}
