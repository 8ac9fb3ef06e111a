import type { Requirement } from '../pair/index.ts';
import { invariants } from './invariant/invariants.ts';
import { ranges } from './limits/ranges.ts';
import { ratios } from './limits/ratios.ts';
import { refusals } from './limits/refusals.ts';
import { linkRules } from './link/predict-links.ts';
import { commandRows } from './replication/replicated.ts';
import { rules } from './rules.ts';
import { stateInformation } from './survival/state-information.ts';
import type { StateInformation } from './survival/state-information.ts';

/** Something that the model says, with the requirements that it serves. */
export interface Claim {
  readonly kind: 'rule' | 'link rule' | 'invariant' | 'limit' | 'refusal' | 'replication' | 'survival';
  readonly name: string;
  readonly requirements: readonly Requirement[];
}

const states: readonly StateInformation[] = Object.values(stateInformation);

/** All that the model says, so that a requirement of which it says nothing is seen. */
export const claims: readonly Claim[] = [
  ...rules.map(({ name, requirements }): Claim => ({ kind: 'rule', name, requirements })),
  ...linkRules.map(({ name, requirements }): Claim => ({ kind: 'link rule', name, requirements })),
  ...invariants.map(({ name, requirements }): Claim => ({ kind: 'invariant', name, requirements })),
  ...[...ranges, ...ratios].map(({ name, requirement }): Claim => ({
    kind: 'limit',
    name,
    requirements: [requirement],
  })),
  ...refusals.map(({ what, requirements }): Claim => ({ kind: 'refusal', name: what, requirements })),
  ...commandRows.map(({ words, requirement }): Claim => ({
    kind: 'replication',
    name: words,
    requirements: [requirement],
  })),
  ...states.map(({ what, requirements, otherwise = [] }): Claim => ({
    kind: 'survival',
    name: what,
    requirements: [...requirements, ...otherwise],
  })),
];
