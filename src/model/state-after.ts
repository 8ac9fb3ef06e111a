import { isActive, isStandby, unitNames } from '../pair/index.ts';
import type { FailoverSettings, FailoverState, Stimulus, UnitName } from '../pair/index.ts';
import { factsAfter } from './facts-after.ts';
import { viewsOf } from './pair-state.ts';
import type { GroupState, GroupView, PairState } from './pair-state.ts';
import { predict } from './predict.ts';
import { isActiveIn } from './roles.ts';
import type { Predicted } from './rule.ts';

type Units = GroupState['units'];

/**
 * The pair when all that is predicted has happened. A unit that boots where the guides do not say what becomes of
 * it is `invalid`: no rule speaks of it until it is told again.
 */
export function stateAfter(pair: PairState, stimulus: Stimulus, settings: FailoverSettings): PairState {
  return settle(pair, stimulus, predict(pair, stimulus, settings));
}

/** The pair when the stimulus has taken effect and these predictions of it, and no others, have come true. */
export function settle(pair: PairState, stimulus: Stimulus, predicted: readonly Predicted[]): PairState {
  const [first, second] = viewsOf(pair).map((view) =>
    groupAfter(
      view,
      stimulus,
      predicted.filter(({ group }) => group === view.group),
    ),
  );
  if (!first) return pair;
  const { group: _, ...rest } = first;
  return { ...rest, ...(second && { group2: ownOf(second) }) };
}

/** The group as it is when these predictions, which are of it, have come true. */
export function groupAfter(view: GroupView, stimulus: Stimulus, predicted: readonly Predicted[]): GroupView {
  const changed = new Map<UnitName, FailoverState>();
  for (const prediction of predicted) {
    const [state] = prediction.states;
    if (prediction.prediction === 'becomes' && state !== undefined) changed.set(prediction.who, state);
  }
  const unit = (name: UnitName): FailoverState | 'off' => {
    if (stimulus.stimulus === 'unit-silent' && stimulus.unit === name) return 'off';
    const boots = isBooting(stimulus, name) && view.units[name] === 'off';
    return changed.get(name) ?? (boots ? 'invalid' : view.units[name]);
  };
  const units: Units = { primary: unit('primary'), secondary: unit('secondary') };
  return {
    ...factsAfter(view, stimulus),
    units,
    formerlyActive: unitNames.filter((name) => isFormerlyActive(view, units, name)),
  };
}

const isBooting = (stimulus: Stimulus, unit: UnitName): boolean =>
  stimulus.stimulus === 'both-units-booting' ||
  (stimulus.stimulus === 'unit-booting' && stimulus.unit === unit);

/** Lost or failed while active, or earlier and not back since. */
function isFormerlyActive(before: GroupView, units: Units, unit: UnitName): boolean {
  const state = units[unit];
  if (state !== 'off' && (isActive(state) || isStandby(state))) return false;
  return isActiveIn(before, unit) || (before.formerlyActive?.includes(unit) ?? false);
}

/** What is the group's own, of a view of it. */
function ownOf(view: GroupView): GroupState {
  const { group: _group, failoverLink: _link, cable: _cable, stateLink: _state, ...rest } = view;
  const { stateSharesLink: _shares, disabled: _disabled, release: _release, onCard: _card, ...own } = rest;
  return own;
}
