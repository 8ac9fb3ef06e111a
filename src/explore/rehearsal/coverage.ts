import { exercisedBy } from '../../judge/index.ts';
import { families, requirements } from '../../model/index.ts';
import type { Rehearsed } from './rehearsed.ts';

/** Which of the observable requirements passing findings name, and which not. */
export interface Coverage {
  readonly observable: number;
  readonly exercised: readonly string[];
  readonly idle: readonly string[];
  readonly byFamily: readonly {
    readonly family: string;
    readonly observable: number;
    readonly exercised: number;
  }[];
}

/** What scenarios exercise together, of the requirements that can be observed on a bench. */
export function coverageOf(scenarios: readonly Pick<Rehearsed, 'outcome' | 'findings'>[]): Coverage {
  const met = new Set(scenarios.flatMap(exercisedBy));
  const ids = requirements.filter(({ observed }) => 'by' in observed).map(({ id }) => id);
  const exercised = ids.filter((id) => met.has(id));
  const idle = ids.filter((id) => !met.has(id));
  const byFamily = Object.keys(families).map((family) => {
    const isOfIt = (id: string): boolean => id.startsWith(`${family}-`);
    return {
      family,
      observable: ids.filter(isOfIt).length,
      exercised: exercised.filter(isOfIt).length,
    };
  });
  return { observable: ids.length, exercised, idle, byFamily };
}
