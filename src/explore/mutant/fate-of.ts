import type { Finding } from '../../judge/index.ts';
import { isFirmwareDefect } from '../../simulator/index.ts';
import type { Defect } from '../../simulator/index.ts';
import type { Catch, Mutant } from './mutant.ts';

/** A scenario or a question that was played with a defect. */
export interface Trial {
  readonly where: string;
  readonly topology?: string;
  readonly outcome: string;
  readonly because: string;
  readonly findings: readonly Pick<Finding, 'rule' | 'requirements' | 'outcome'>[];
}

/** What became of a defect in all that was played with it. */
export function fateOf(defect: Defect, trials: readonly Trial[]): Mutant {
  const breaks = isFirmwareDefect(defect) ? defect.breaks : [];
  const asked = trials.filter(({ outcome }) => outcome !== 'pending');
  const caught = asked.flatMap((trial) => catchIn(trial, breaks));
  const otherwise = asked.filter((trial) => trial.outcome !== 'pass' && catchIn(trial, breaks).length === 0);
  return {
    defect: defect.name,
    kind: isFirmwareDefect(defect) ? 'firmware' : 'bench',
    breaks,
    played: asked.length,
    caught,
    otherwise: otherwise.map(({ where, outcome, because }) => `${where}: ${outcome}: ${because}`),
    fate: isFirmwareDefect(defect)
      ? fateOfPair(asked.length, caught.length, otherwise.length)
      : fateOfBench(asked, otherwise.length),
  };
}

function catchIn({ where, topology, findings }: Trial, breaks: readonly string[]): readonly Catch[] {
  for (const { rule, requirements, outcome } of findings) {
    const requirement = requirements.find((id) => breaks.includes(id));
    if (outcome === 'fail' && requirement !== undefined)
      return [{ where, ...(topology === undefined ? {} : { topology }), rule, requirement }];
  }
  return [];
}

function fateOfPair(asked: number, caught: number, otherwise: number): Mutant['fate'] {
  if (asked === 0) return 'not asked';
  if (caught > 0) return 'caught';
  return otherwise > 0 ? 'noticed' : 'missed';
}

function fateOfBench(asked: readonly Trial[], otherwise: number): Mutant['fate'] {
  if (asked.length === 0) return 'not asked';
  if (asked.some(({ outcome }) => outcome === 'fail')) return 'blamed';
  return otherwise > 0 ? 'told apart' : 'unseen';
}
