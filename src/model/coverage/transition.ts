import type { FailoverSettings, Stimulus, UnitName } from '../../pair/index.ts';
import { concerns, lossOf } from '../concern.ts';
import type { GroupView } from '../pair-state.ts';
import { wouldFail } from '../policy.ts';
import { activeOf } from '../roles.ts';

/**
 * A stimulus met by a state, in words that leave out what makes no difference: who holds which role, whether the failover
 * link and failover itself are on, and what the stimulus strikes. Two courses that are told by the same words exercise the same.
 */
export function transitionOf(view: GroupView, stimulus: Stimulus, settings: FailoverSettings): string {
  const mode = view.group === undefined ? 'Active/Standby' : `Active/Active${preemption(view)}`;
  const { primary, secondary } = view.units;
  const links = [
    ...(view.failoverLink === 'down' ? ['failover link down'] : []),
    ...(view.disabled ? ['failover disabled'] : []),
  ];
  const state = [`primary ${primary}`, `secondary ${secondary}`, ...links].join(', ');
  return `${mode}: ${state} · ${struck(view, stimulus, settings)}`;
}

/** Which unit a group prefers makes a difference only with preemption; the delay is for `compoundStates`. */
const preemption = ({ prefers, preemptAfterMs }: GroupView): string =>
  prefers === undefined || preemptAfterMs === undefined ? '' : ` preempting to ${prefers}`;

function struck(view: GroupView, stimulus: Stimulus, settings: FailoverSettings): string {
  const name = stimulus.stimulus;
  if (!concerns(view, stimulus)) return `${name} for the other group`;
  const on = 'unit' in stimulus ? ` on ${roleOf(view, stimulus.unit)}` : '';
  const loss = lossOf(stimulus);
  if (!loss) return `${name}${on}`;
  if (!view.monitored.includes(loss.nameif)) return `${name}${on}, not monitored`;
  const reaches = wouldFail(view, loss.unit, loss.nameif, settings)
    ? 'reaching the policy'
    : 'below the policy';
  return `${name}${on}, ${reaches}`;
}

const roleOf = (view: GroupView, unit: UnitName): string =>
  activeOf(view) === unit ? 'the active unit' : unit;
