import type { FailoverSettings, Stimulus, UnitName } from '../../pair/index.ts';
import type { GroupView } from '../pair-state.ts';
import { predictFor } from '../predict.ts';
import { groupAfter } from '../state-after.ts';
import { everyStimulus } from './every-stimulus.ts';
import { transitionOf } from './transition.ts';

/** Timers make no difference to what can be reached; the policy does: two of two monitored interfaces, or one. */
const timers = { unitPollMs: 1000, unitHoldMs: 15_000, interfacePollMs: 5000, interfaceHoldMs: 25_000 };
const policies: readonly FailoverSettings[] = [1, 2].map((count) => ({
  ...timers,
  interfacePolicy: { count },
}));

const units: readonly UnitName[] = ['primary', 'secondary'];
const names = ['a', 'b'];

/**
 * The stimuli that a group can be struck by: two interfaces of its own, one that is not monitored, one of the other
 * group.
 */
function stimuliFor({ group }: GroupView): readonly Stimulus[] {
  const isGrouped = group !== undefined;
  return everyStimulus({
    nameifs: [...names, 'unmonitored', ...(isGrouped ? ['of-other-group'] : [])],
    groups: isGrouped ? [1, 2] : [],
    silent: ['a'],
  });
}

/** Each mode, and each kind of preemption. */
const kinds: readonly Pick<GroupView, 'group' | 'prefers' | 'preemptAfterMs'>[] = [
  {},
  { group: 1 },
  { group: 1, prefers: 'primary', preemptAfterMs: 0 },
];

/** The states that everything begins from: steady, with a state link. */
const beginnings: readonly GroupView[] = kinds.map((kind) => ({
  units: { primary: 'active', secondary: 'standby-ready' },
  failoverLink: 'up',
  stateLink: 'up',
  monitored: names,
  unmonitored: ['unmonitored'],
  down: { primary: [], secondary: [] },
  ...kind,
}));

/** No more than so many things are broken at a time: all pairs of faults, with whatever came before them. */
const mostWounds = 2;

/** Nothing is walked to from where the guides do not say how a unit is, or where too much is broken. */
const isLeft = (view: GroupView): boolean =>
  Object.values(view.units).includes('invalid') || woundsOf(view) > mostWounds;

/** What is broken, counted. */
function woundsOf({ units: held, down, cutOff, silent = [], ...rest }: GroupView): number {
  const lost = units.flatMap((unit) => [...down[unit], ...(cutOff?.[unit] ?? [])]);
  const off = units.filter((unit) => held[unit] === 'off');
  const links = [rest.failoverLink, rest.stateLink].filter((link) => link === 'down');
  return lost.length + silent.length + off.length + links.length + (rest.disabled ? 1 : 0);
}

/**
 * Every transition of which the guides say something, that a pair or a failover group can be brought to by stimuli,
 * each followed until it has played out, with two things broken at a time at most. Worked out by walking; takes a moment, so keep the answer.
 */
export function allTransitions(): ReadonlySet<string> {
  const known = new Set<string>();
  for (const beginning of beginnings) for (const settings of policies) walk(beginning, settings, known);
  return known;
}

function walk(beginning: GroupView, settings: FailoverSettings, known: Set<string>): void {
  const seen = new Set([keyOf(beginning)]);
  const open: GroupView[] = [beginning];
  const stimuli = stimuliFor(beginning);
  for (let view = open.pop(); view !== undefined; view = open.pop())
    for (const stimulus of stimuli) {
      const predicted = predictFor(view, stimulus, settings);
      if (predicted.length > 0) known.add(transitionOf(view, stimulus, settings));
      const after = groupAfter(view, stimulus, predicted);
      const key = keyOf(after);
      if (seen.has(key) || isLeft(after)) continue;
      seen.add(key);
      open.push(after);
    }
}

const sorted = (of: readonly string[] = []): string => of.toSorted().join();

/** A state as text, in which the order of interfaces makes no difference. */
function keyOf({ units: held, down, cutOff, silent = [], formerlyActive = [], ...rest }: GroupView): string {
  return JSON.stringify([
    held.primary,
    held.secondary,
    ...units.flatMap((unit) => [sorted(down[unit]), sorted(cutOff?.[unit])]),
    sorted(silent),
    sorted(formerlyActive),
    rest.failoverLink,
    rest.stateLink,
    rest.disabled ?? false,
  ]);
}
