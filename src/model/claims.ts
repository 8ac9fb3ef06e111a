import type { Requirement } from '../pair/index.ts';
import { addressMoves } from './address/address-moves.ts';
import { ownersSay } from './address/address-owners.ts';
import { addresses } from './requirement/address.ts';
import { cablings, cablingSays } from './alike/cabling.ts';
import { mustBeEqual } from './alike/must-be-equal.ts';
import { kindsSay, preconditions } from './alike/pair-possible.ts';
import { execAnswerSays } from './execution/exec-answer.ts';
import { execCommands, execCustoms } from './execution/exec-commands.ts';
import { execModesSay } from './execution/exec-mode.ts';
import { helloStreams, waitingSays } from './health/hello-cadence.ts';
import { interfaceTests, testsSay } from './health/interface-tests.ts';
import { mateAnswers, unitProbeSays } from './health/unit-probe.ts';
import { invariants } from './invariant/invariants.ts';
import { ranges } from './limits/ranges.ts';
import { defaults, ratios } from './limits/ratios.ts';
import { refusals } from './limits/refusals.ts';
import { linkRules } from './link/predict-links.ts';
import { consoleTexts, speechSays } from './message/console-texts.ts';
import { systemMessages } from './message/system-messages.ts';
import type { SystemMessage } from './message/system-messages.ts';
import { synchronizationSays } from './replication/synchronized-from.ts';
import { flowsSay } from './replication/entered-where.ts';
import { commandRows } from './replication/replicated.ts';
import { replicatedCommands } from './requirement/replicated-command.ts';
import { asymmetricRoutingSays } from './routing/packet-fate.ts';
import { rules } from './rules.ts';
import { shownCommands } from './shown/shown-commands.ts';
import { shownConditions, shownLines } from './shown/shown-in.ts';
import { stateInformation } from './survival/state-information.ts';
import type { StateInformation } from './survival/state-information.ts';
import { updateConditions } from './update/may-update.ts';
import { updateSays, updateStepsSay } from './update/update-steps.ts';

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
    | 'address'
    | 'remote command'
    | 'likeness'
    | 'message'
    | 'display'
    | 'health'
    | 'routing'
    | 'update';
  readonly name: string;
  readonly requirements: readonly Requirement[];
}

const states: readonly StateInformation[] = Object.values(stateInformation);

const messages: readonly (readonly [string, SystemMessage])[] = Object.entries(systemMessages);

/** A claim for one requirement alone. */
const one =
  (kind: Claim['kind']) =>
  (name: string, requirement: Requirement): Claim => ({ kind, name, requirements: [requirement] });

const likeness = one('likeness');
const display = one('display');
const health = one('health');

/** What the tables of one folder each say. */
const spoken: readonly Claim[] = [
  ...execCommands.map(({ what, requirements }): Claim => ({
    kind: 'remote command',
    name: what,
    requirements,
  })),
  ...execCustoms.map(({ what, requirement }) => one('remote command')(what, requirement)),
  { kind: 'remote command', name: 'where a command is executed', requirements: execAnswerSays },
  { kind: 'remote command', name: 'in which mode a command is executed', requirements: execModesSay },
  ...messages.map(([name, { requirements }]): Claim => ({ kind: 'message', name, requirements })),
  ...consoleTexts.map(({ when, by, requirement }) => one('message')(`${when}, at the ${by}`, requirement)),
  { kind: 'message', name: 'what is displayed and sent on', requirements: speechSays },
  ...shownLines.map(({ what, requirement }) => display(what, requirement)),
  ...shownConditions.map(({ word, requirement }) => display(`an interface that is ${word}`, requirement)),
  ...shownCommands.map(({ command, requirement }) => display(`${command}: ${requirement.id}`, requirement)),
];

const made: readonly Claim[] = [
  ...mustBeEqual.map(({ what, requirement }) => likeness(what, requirement)),
  ...preconditions.map(({ what, requirement }) => likeness(what, requirement)),
  ...cablings.map(({ what, of, requirement }) => likeness(`${of}: ${what}`, requirement)),
  { kind: 'likeness', name: 'kinds of failover', requirements: kindsSay },
  { kind: 'likeness', name: 'latency, Flash and upgrade', requirements: cablingSays },
  ...addressMoves.map(({ of, requirement }) => one('address')(`address of ${of}`, requirement)),
  one('address')('default addresses of two pairs', addresses.groupDuplicates),
  ...interfaceTests.map(({ name, requirement }) => health(`${name} test`, requirement)),
  { kind: 'health', name: 'verdict of the tests', requirements: testsSay },
  ...mateAnswers.map(({ answers, requirement }) => health(`mate answers ${answers}`, requirement)),
  { kind: 'health', name: 'when the mate is asked and missed', requirements: unitProbeSays },
  ...helloStreams.map(({ over, requirement, tells }): Claim => ({
    kind: 'health',
    name: `hellos over ${over}`,
    requirements: [requirement, ...tells],
  })),
  { kind: 'health', name: 'an interface that waits', requirements: waitingSays },
  { kind: 'routing', name: 'a packet of another unit', requirements: asymmetricRoutingSays },
  ...updateConditions.map(({ what, requirement }) => one('update')(what, requirement)),
  { kind: 'update', name: 'the steps of an update', requirements: updateStepsSay },
  { kind: 'update', name: 'what an update brings', requirements: updateSays },
  ...defaults.map(({ name, requirement }) => one('limit')(`${name}, when none was set`, requirement)),
];

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
  ...spoken,
  ...made,
];
