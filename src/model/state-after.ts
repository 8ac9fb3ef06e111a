import { isActive, isStandby, unitNames } from '../pair/index.ts';
import type { FailoverSettings, FailoverState, Stimulus, UnitName } from '../pair/index.ts';
import { predict } from './predict.ts';
import { isActiveIn } from './roles.ts';
import type { PairState } from './rule.ts';

type Units = PairState['units'];

/**
 * The pair when all that is predicted has happened. A unit that boots where the guides do not say what becomes of
 * it is `invalid`: no rule speaks of it until it is told again.
 */
export function stateAfter(pair: PairState, stimulus: Stimulus, settings: FailoverSettings): PairState {
  const changed = new Map<UnitName, FailoverState>();
  for (const prediction of predict(pair, stimulus, settings)) {
    const [state] = prediction.states;
    if (prediction.prediction === 'becomes' && state !== undefined) changed.set(prediction.who, state);
  }
  const unit = (name: UnitName): FailoverState | 'off' => {
    const isStruck = 'unit' in stimulus && stimulus.unit === name;
    if (isStruck && stimulus.stimulus === 'unit-silent') return 'off';
    if (isStruck && stimulus.stimulus === 'unit-booting' && pair.units[name] === 'off')
      return changed.get(name) ?? 'invalid';
    return changed.get(name) ?? pair.units[name];
  };
  const units: Units = { primary: unit('primary'), secondary: unit('secondary') };
  return {
    units,
    failoverLink: linkAfter(pair, stimulus),
    monitored: pair.monitored,
    down: {
      primary: downAfter(pair, 'primary', stimulus),
      secondary: downAfter(pair, 'secondary', stimulus),
    },
    formerlyActive: unitNames.filter((name) => isFormerlyActive(pair, units, name)),
  };
}

function linkAfter(pair: PairState, { stimulus }: Stimulus): PairState['failoverLink'] {
  if (stimulus === 'failover-link-down') return 'down';
  return stimulus === 'failover-link-up' ? 'up' : pair.failoverLink;
}

function downAfter(pair: PairState, unit: UnitName, stimulus: Stimulus): readonly string[] {
  const down = pair.down[unit];
  if (!('nameif' in stimulus) || stimulus.unit !== unit) return down;
  const others = down.filter((name) => name !== stimulus.nameif);
  const isCounted = stimulus.stimulus === 'interface-down' && pair.monitored.includes(stimulus.nameif);
  return isCounted ? [...others, stimulus.nameif] : others;
}

/** Lost or failed while active, or earlier and not back since. */
function isFormerlyActive(before: PairState, units: Units, unit: UnitName): boolean {
  const state = units[unit];
  if (state !== 'off' && (isActive(state) || isStandby(state))) return false;
  return isActiveIn(before, unit) || (before.formerlyActive?.includes(unit) ?? false);
}
