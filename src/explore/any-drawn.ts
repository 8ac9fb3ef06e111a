import * as fc from 'fast-check';
import { anyJourney } from './any-journey.ts';
import { anyQuestion } from './any-question.ts';
import { anyScenario } from './any-scenario.ts';
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

const journeys = anyJourney.map((journey) => ({ journey }));
const ordeals = anyOrdeal.map((ordeal) => ({ ordeal }));
const scenarios = anyScenario.map((question) => ({ question }));
const broken = brokenPair.map((question) => ({ question }));

const anything: fc.Arbitrary<Drawn> = fc.oneof(
  { weight: 3, arbitrary: journeys },
  { weight: 3, arbitrary: ordeals },
  { weight: 2, arbitrary: scenarios },
  { weight: 1, arbitrary: broken },
);

/** What can be drawn, by its name: anything, or one kind alone. `questions` are scenarios of pairs in order. */
export const drawings = {
  anything,
  journeys,
  ordeals,
  questions: scenarios,
  broken,
} as const satisfies Readonly<Record<string, fc.Arbitrary<Drawn>>>;

/** What to draw. */
export type Drawing = keyof typeof drawings;

/** Whether it is the name of a drawing. */
export const isDrawing = (name: string): name is Drawing => name in drawings;
