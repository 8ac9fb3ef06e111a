import { mateOf } from '../../pair/index.ts';
import type { Requirement, Stimulus, UnitName } from '../../pair/index.ts';
import { isBootOfBoth } from '../behaviour/both-units-boot.ts';
import { viewsOf } from '../pair-state.ts';
import type { PairState } from '../pair-state.ts';
import { groupReplication } from '../requirement/group-replication.ts';
import { replication } from '../requirement/replication.ts';
import { activeOf } from '../roles.ts';

/** Which unit sends its whole configuration to its mate, and what says so. */
export interface Synchronization {
  readonly from: UnitName;
  readonly to: UnitName;
  readonly requirements: readonly Requirement[];
}

/** What every synchronization is. */
const always: readonly Requirement[] = [
  replication.overLink,
  replication.whole,
  replication.standbyClears,
  replication.onlyUnitDiffers,
];

/** What decides from where the configuration comes, in whichever case. */
export const synchronizationSays: readonly Requirement[] = [
  replication.atBoot,
  replication.fromActive,
  replication.writeStandby,
  groupReplication.bothBoot,
  groupReplication.bootsBesideActive,
  groupReplication.writeStandby,
  ...always,
];

/**
 * Who obtains the configuration from whom after this: a unit that boots from its active mate, the secondary from the
 * primary when both boot, and the mate from the unit where `write standby` is entered and the pair, or failover group 1,
 * is active. Absent where nobody does, and where the units do not hear each other.
 */
export function synchronizedFrom(pair: PairState, stimulus: Stimulus): Synchronization | undefined {
  if (pair.failoverLink === 'down' || pair.disabled) return undefined;
  const views = viewsOf(pair);
  const isGrouped = pair.group2 !== undefined;
  if (views.every((view) => isBootOfBoth(view, stimulus)))
    return sent(
      'primary',
      isGrouped ? groupReplication.bothBoot : replication.fromActive,
      replication.atBoot,
    );
  const [active, other = active] = views.map(activeOf);
  if (stimulus.stimulus === 'told-write-standby')
    return stimulus.unit === active && pair.units[mateOf(active)] !== 'off'
      ? sent(active, isGrouped ? groupReplication.writeStandby : replication.writeStandby)
      : undefined;
  if (active === undefined || other !== active) return undefined;
  if (stimulus.stimulus !== 'unit-booting' || stimulus.unit !== mateOf(active)) return undefined;
  if (pair.units[stimulus.unit] !== 'off') return undefined;
  const boots = isGrouped ? groupReplication.bootsBesideActive : replication.fromActive;
  return sent(active, boots, replication.atBoot);
}

const sent = (from: UnitName, ...why: readonly Requirement[]): Synchronization => ({
  from,
  to: mateOf(from),
  requirements: [...why, ...always],
});
