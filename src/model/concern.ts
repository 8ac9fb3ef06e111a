import type { Stimulus, UnitName } from '../pair/index.ts';
import type { GroupView } from './pair-state.ts';

/** The loss of an interface, as its link or as what passes over it. */
export interface InterfaceLoss {
  readonly unit: UnitName;
  readonly nameif: string;
  readonly of: 'link' | 'traffic';
}

/** The interface that the stimulus takes from a unit; absent if it takes none. */
export function lossOf(stimulus: Stimulus): InterfaceLoss | undefined {
  if (stimulus.stimulus === 'interface-down') return { ...at(stimulus), of: 'link' };
  return stimulus.stimulus === 'interface-cut-off' ? { ...at(stimulus), of: 'traffic' } : undefined;
}

/** The interface that the stimulus gives back to a unit; absent if it gives none. */
export function returnOf(stimulus: Stimulus): InterfaceLoss | undefined {
  if (stimulus.stimulus === 'interface-up') return { ...at(stimulus), of: 'link' };
  return stimulus.stimulus === 'interface-reconnected' ? { ...at(stimulus), of: 'traffic' } : undefined;
}

const at = ({ unit, nameif }: InterfaceAt): InterfaceAt => ({ unit, nameif });

interface InterfaceAt {
  readonly unit: UnitName;
  readonly nameif: string;
}

/**
 * Whether a group has to do with the stimulus. A command may name a group, and an interface belongs to one; all
 * else concerns both groups. In Active/Standby failover everything concerns the unit, except a command that names
 * a group, which there are none of.
 */
export function concerns(view: GroupView, stimulus: Stimulus): boolean {
  if ('group' in stimulus) return view.group === stimulus.group;
  if (!('nameif' in stimulus) || view.group === undefined) return true;
  return [...view.monitored, ...(view.unmonitored ?? [])].includes(stimulus.nameif);
}
