import * as fc from 'fast-check';
import { anyJourney } from './any-journey.ts';
import { anyQuestion } from './any-question.ts';
import { defectConcerns } from './defect-concerns.ts';
import type { Journey } from './journey.ts';
import { anyOrdeal, type Ordeal } from './ordeal/index.ts';
import type { Question } from './question.ts';

/** What a seed plays: faults one upon the other, one fault and the judge's word on it, or troubles of every kind. */
export type Drawn =
  | { readonly journey: Journey }
  | { readonly question: Question }
  | { readonly ordeal: Ordeal };

const brokenPair: fc.Arbitrary<Question> = fc
  .constantFrom(...Object.entries(defectConcerns))
  .chain(([defect, concerns]) => anyQuestion.filter(concerns).map((question) => ({ ...question, defect })));

export const anyDrawn: fc.Arbitrary<Drawn> = fc.oneof(
  { weight: 3, arbitrary: anyJourney.map((journey) => ({ journey })) },
  { weight: 3, arbitrary: anyOrdeal.map((ordeal) => ({ ordeal })) },
  { weight: 2, arbitrary: anyQuestion.map((question) => ({ question })) },
  { weight: 1, arbitrary: brokenPair.map((question) => ({ question })) },
);
