import { mateOf, unitNames } from '../../pair/index.ts';
import type { StimulusName } from '../../pair/index.ts';
import { isBootOfBoth } from '../behaviour/both-units-boot.ts';
import { lossOf } from '../concern.ts';
import { supersedes } from '../course/supersedes.ts';
import type { GroupView } from '../pair-state.ts';
import { failedOn, isOverPolicy, wouldFail } from '../policy.ts';
import { activeOf, isActiveIn } from '../roles.ts';
import type { Step } from './step.ts';

/** A situation that no single row of the tables is about, because something else is so already. */
export interface CompoundState {
  readonly name: string;
  /** Whether this step exercises it. */
  isIn(step: Step): boolean;
}

type Met = (view: GroupView, step: Step) => boolean;

const where = (name: string, met: Met): CompoundState => ({
  name,
  isIn: (step) => step.views.some((view) => met(view, step)),
});

const is = ({ timed }: Step, ...names: readonly StimulusName[]): boolean =>
  names.includes(timed.stimulus.stimulus);

const struckUnit = ({ timed: { stimulus } }: Step): string | undefined =>
  'unit' in stimulus ? stimulus.unit : undefined;

const hitsActive: Met = (view, step) => activeOf(view) !== undefined && struckUnit(step) === activeOf(view);

const mateIs = (view: GroupView, state: string): boolean => {
  const active = activeOf(view);
  return active !== undefined && view.units[mateOf(active)] === state;
};

const losesInterface: Met = (view, { timed, settings }) => {
  const loss = lossOf(timed.stimulus);
  return loss !== undefined && wouldFail(view, loss.unit, loss.nameif, settings);
};

const isDown = ({ failoverLink }: GroupView): boolean => failoverLink === 'down';

const preempted =
  (isIt: (delayMs: number | undefined) => boolean): Met =>
  (view, step) => {
    const unit = struckUnit(step);
    const isBack = is(step, 'unit-booting', 'interface-up', 'interface-reconnected', 'told-reset');
    const isPreferred = view.group !== undefined && unit === view.prefers;
    return isBack && isPreferred && activeOf(view) !== unit && isIt(view.preemptAfterMs);
  };

const isSplit = ({ views }: Step): boolean => {
  const [first, second] = views.map(activeOf);
  return first !== undefined && second !== undefined && first !== second;
};

/** The time of the last prediction of the step before is not over: it has not played out. */
const isEarly = ({ before, timed }: Step): boolean =>
  before !== undefined &&
  !timed.isSettled &&
  before.predicted.some(
    (each) => timed.atMs - before.timed.atMs <= (each.prediction === 'stays' ? each.forMs : each.latestMs),
  );

const isHealed = ({ before, timed }: Step): boolean =>
  before !== undefined && supersedes(timed.stimulus, before.timed.stimulus);

/** Every compound state that a run can exercise. */
export const compoundStates: readonly CompoundState[] = [
  where(
    'interfaces of the active unit fail, standby failed',
    (view, step) => mateIs(view, 'failed') && hitsActive(view, step) && losesInterface(view, step),
  ),
  where(
    'interfaces of the active unit fail, standby off',
    (view, step) => mateIs(view, 'off') && hitsActive(view, step) && losesInterface(view, step),
  ),
  where(
    'active unit lost, standby failed',
    (view, step) => is(step, 'unit-silent') && mateIs(view, 'failed') && hitsActive(view, step),
  ),
  where(
    'active unit lost, failover link down',
    (view, step) => is(step, 'unit-silent') && isDown(view) && hitsActive(view, step),
  ),
  where(
    'standby unit lost, failover link down',
    (view, step) =>
      is(step, 'unit-silent') && isDown(view) && activeOf(view) !== undefined && !hitsActive(view, step),
  ),
  where(
    'interfaces of the active unit fail, failover link down',
    (view, step) => isDown(view) && hitsActive(view, step) && losesInterface(view, step),
  ),
  where(
    'interfaces of the standby unit fail, failover link down',
    (view, step) => isDown(view) && !hitsActive(view, step) && losesInterface(view, step),
  ),
  where(
    'forced, failover link down',
    (view, step) => isDown(view) && is(step, 'told-active', 'told-standby'),
  ),
  where('unit boots, failover link down', (view, step) => isDown(view) && is(step, 'unit-booting')),
  where(
    'failover link restored, both active',
    (view, step) =>
      is(step, 'failover-link-up') && isDown(view) && unitNames.every((unit) => isActiveIn(view, unit)),
  ),
  where('failover link restored, active unit with failed interfaces', (view, step) => {
    const active = activeOf(view);
    return is(step, 'failover-link-up') && active !== undefined && isOverPolicy(view, active, step.settings);
  }),
  where('both units boot', (view, { timed }) => isBootOfBoth(view, timed.stimulus) && !isDown(view)),
  where(
    'both units boot, failover link down',
    (view, { timed }) => isBootOfBoth(view, timed.stimulus) && isDown(view),
  ),
  where(
    'secondary boots first',
    (view, step) =>
      is(step, 'unit-booting') && struckUnit(step) === 'secondary' && view.units.primary === 'off',
  ),
  where(
    'primary boots beside a secondary that is active',
    (view, step) =>
      is(step, 'unit-booting') && struckUnit(step) === 'primary' && activeOf(view) === 'secondary',
  ),
  where(
    'unit boots with failed interfaces',
    (view, { timed: { stimulus }, settings }) =>
      stimulus.stimulus === 'unit-booting' && isOverPolicy(view, stimulus.unit, settings),
  ),
  where('same interface failed on both units', (view, { timed: { stimulus } }) => {
    const loss = lossOf(stimulus);
    return loss !== undefined && failedOn(view, mateOf(loss.unit)).includes(loss.nameif);
  }),
  where('one interface failed, a second reaches the policy', (view, step) => {
    const loss = lossOf(step.timed.stimulus);
    return loss !== undefined && failedOn(view, loss.unit).length > 0 && losesInterface(view, step);
  }),
  where('interface lost on a silent network', (view, { timed: { stimulus } }) => {
    const loss = lossOf(stimulus);
    return loss !== undefined && (view.silent ?? []).includes(loss.nameif);
  }),
  where(
    'failover while the state link is down',
    (view, step) =>
      view.stateLink === 'down' &&
      step.predicted.some(({ prediction, states }) => prediction === 'becomes' && states.includes('active')),
  ),
  where(
    'active unit lost, failover disabled',
    (view, step) => view.disabled === true && is(step, 'unit-silent') && hitsActive(view, step),
  ),
  where('forced, failover disabled', (view, step) => view.disabled === true && is(step, 'told-active')),
  where('reset while the failure persists', (view, step) => {
    const failed = unitNames.find((unit) => view.units[unit] === 'failed');
    return is(step, 'told-reset') && failed !== undefined && isOverPolicy(view, failed, step.settings);
  }),
  { name: 'second fault before the first has played out', isIn: (step) => isEarly(step) && !isHealed(step) },
  { name: 'heal before detection', isIn: (step) => isEarly(step) && isHealed(step) },
  where(
    'preferred unit is back, preempt off',
    preempted((delayMs) => delayMs === undefined),
  ),
  where(
    'preferred unit is back, preempt on',
    preempted((delayMs) => delayMs === 0),
  ),
  where(
    'preferred unit is back, preempt delayed',
    preempted((delayMs = 0) => delayMs > 0),
  ),
  {
    name: 'unit lost, groups split across the units',
    isIn: (step) => isSplit(step) && is(step, 'unit-silent'),
  },
  {
    name: 'one group fails, groups split across the units',
    isIn: (step) => isSplit(step) && step.views.some((view) => losesInterface(view, step)),
  },
  {
    name: 'one group failed on each unit',
    isIn: ({ views }) => {
      const failed = views.map(({ units }) => unitNames.find((unit) => units[unit] === 'failed'));
      return failed[0] !== undefined && failed[1] !== undefined && failed[0] !== failed[1];
    },
  },
  where(
    'unit lost while a group is failed on its mate',
    (view, step) =>
      view.group !== undefined && is(step, 'unit-silent') && mateIs(view, 'failed') && hitsActive(view, step),
  ),
];
