import type { Requirement } from '../pair/index.ts';
import { ownersSay } from './address/address-owners.ts';
import { invariants } from './invariant/invariants.ts';
import { ranges } from './limits/ranges.ts';
import { ratios } from './limits/ratios.ts';
import { refusals } from './limits/refusals.ts';
import { linkRules } from './link/predict-links.ts';
import { synchronizationSays } from './replication/synchronized-from.ts';
import { flowsSay } from './replication/entered-where.ts';
import { commandRows } from './replication/replicated.ts';
import { replicatedCommands } from './requirement/replicated-command.ts';
import { rules } from './rules.ts';
import { stateInformation } from './survival/state-information.ts';
import type { StateInformation } from './survival/state-information.ts';

/** Something that the model says, with the requirements that it serves. */
export interface Claim {
  readonly kind:
    | 'rule'
    | 'link rule'
    | 'invariant'
    | 'limit'
    | 'refusal'
    | 'replication'
    | 'survival'
    | 'address';
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
  { kind: 'replication', name: 'from where commands flow to the mate', requirements: flowsSay },
  {
    kind: 'replication',
    name: 'any other configuration command',
    requirements: [replicatedCommands.configuration],
  },
  {
    kind: 'replication',
    name: 'from where the whole configuration comes',
    requirements: synchronizationSays,
  },
  { kind: 'address', name: 'who answers for an address', requirements: ownersSay },
  ...states.map(({ what, requirements, otherwise = [] }): Claim => ({
    kind: 'survival',
    name: what,
    requirements: [...requirements, ...otherwise],
  })),
];
