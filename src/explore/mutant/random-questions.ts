import * as fc from 'fast-check';
import { anyQuestion } from '../any-question.ts';
import { ask } from '../ask.ts';
import { defectConcerns } from '../defect-concerns.ts';
import type { Trial } from './fate-of.ts';

/** Asks a pair with a defect random questions that concern it; none if no random question does. */
export async function randomQuestions(
  defect: string,
  seed: number,
  count: number,
): Promise<readonly Trial[]> {
  const concerns = defectConcerns[defect];
  if (!concerns || count === 0) return [];
  const trials: Trial[] = [];
  for (const question of fc.sample(anyQuestion.filter(concerns), { seed, numRuns: count })) {
    const { verdict } = await ask({ ...question, defect });
    if (!verdict) continue;
    const { infrastructure, outcome, because, findings } = verdict;
    const ended = infrastructure && outcome !== 'fail' ? 'infrastructure' : outcome;
    trials.push({ where: 'a random question', outcome: ended, because, findings });
  }
  return trials;
}
