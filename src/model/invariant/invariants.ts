import { unitNames } from '../../pair/index.ts';
import type { FailoverSettings, Requirement, Stimulus } from '../../pair/index.ts';
import type { Answer } from '../address/address-owners.ts';
import type { GroupView } from '../pair-state.ts';
import { activeActive } from '../requirement/active-active.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { addresses } from '../requirement/address.ts';
import { activeOf, isActiveIn } from '../roles.ts';
import { allOf, called } from '../sources.ts';
import type { Sources } from '../sources.ts';
import { roleMove } from './role-move.ts';

/** What must hold whatever was asked of a pair, with the rules whose rows say otherwise. */
interface Always {
  readonly name: string;
  readonly statement: string;
  readonly requirements: readonly Requirement[];
  readonly exceptions: readonly string[];
}

/** An invariant of a settled state, of the answers for one active address, or of a change between two states. */
export type Invariant = Always &
  (
    | { readonly of: 'state'; broken(view: GroupView): string | undefined }
    | { readonly of: 'answers'; broken(answers: readonly Answer[]): string | undefined }
    | { readonly of: 'change'; broken(change: Change): string | undefined }
  );

/** A group before and after; without a stimulus nothing was done to the pair in between. */
export interface Change {
  readonly before: GroupView;
  readonly stimulus?: Stimulus;
  readonly after: GroupView;
  readonly settings: FailoverSettings;
}

const atStartup = ['failover link down at startup'];
const whileDisabled = ['forced while failover is disabled', 'states kept while failover is disabled'];

const oneActive: Sources = { unit: [activeStandby.oneActive], group: [activeActive.groupIsUnit] };

/** All that holds always. */
export const invariants: readonly Invariant[] = [
  {
    name: 'never two active',
    statement: 'Of a pair, or of a failover group, one unit is active, never both.',
    requirements: allOf(oneActive),
    exceptions: [...atStartup, ...whileDisabled],
    of: 'state',
    broken: (view) =>
      view.failoverLink === 'up' && !view.disabled && unitNames.every((unit) => isActiveIn(view, unit))
        ? `${called(view, 'primary')} and its mate are both active`
        : undefined,
  },
  {
    name: 'never without an active one',
    statement: 'Where a unit stands by, ready, and hears its mate, one of both is active.',
    requirements: allOf(oneActive),
    exceptions: whileDisabled,
    of: 'state',
    broken: (view) =>
      view.failoverLink === 'up' &&
      !view.disabled &&
      Object.values(view.units).includes('standby-ready') &&
      !unitNames.some((unit) => isActiveIn(view, unit))
        ? 'a unit stands by, ready, and none is active'
        : undefined,
  },
  {
    name: 'one MAC address answers for the active address',
    statement: 'An active address is answered for by exactly one unit, with one MAC address.',
    requirements: [activeStandby.oneActive, addresses.pairingKept, addresses.groupTakesOver],
    exceptions: [...atStartup, ...whileDisabled],
    of: 'answers',
    broken: (answers) => {
      const macs = new Set(answers.flatMap(({ mac }) => (mac === undefined ? [] : [mac])));
      return macs.size > 1 ? `${[...macs].join(' and ')} both answer for one address` : undefined;
    },
  },
  {
    name: 'roles never swap without a cause',
    statement: 'The active role moves only when something happened for which the guides let it move.',
    requirements: [
      activeStandby.roleFixed,
      activeStandby.formerlyActiveReturns,
      activeActive.formerlyActiveReturns,
    ],
    exceptions: [],
    of: 'change',
    broken: ({ before, stimulus, after, settings }) => {
      const [from, to] = [activeOf(before), activeOf(after)];
      if (from === undefined || to === undefined || from === to) return undefined;
      if (stimulus && roleMove(before, stimulus, settings) !== 'forbidden') return undefined;
      return `${called(before, to)} became active after ${stimulus?.stimulus ?? 'nothing'}`;
    },
  },
];
