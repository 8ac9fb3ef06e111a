import { groupsOn, stateOn, unitNames } from '../../pair/index.ts';
import type { FailoverSighting, FailoverState, UnitName } from '../../pair/index.ts';
import { reportOf } from '../seen.ts';
import type { PairSeen } from '../seen.ts';
import { disagreementsOf } from './steady.ts';
import type { Disagreement } from './steady.ts';

/** What a pair does although nothing is in its way, and the requirements of the guides that it breaks by that. */
export interface Wrong {
  readonly message: string;
  readonly requirements: readonly string[];
}

/** On the way to standby ready; beside an active mate no unit stays there. */
const onTheWay: readonly FailoverState[] = ['cold-standby', 'sync-config', 'sync-file-system', 'bulk-sync'];

/**
 * What two units say that no cable can be the reason of: both answer, and both say that failover is on and that the
 * failover link is up. Interfaces that wait or have failed are not among it. Who is behind which console is proven by
 * its serial number, so that a unit which says another designation has lost the one that it was given.
 */
export function wrongAtRest(seen: PairSeen): readonly Wrong[] {
  const [primary, secondary] = [reportOf(seen.primary), reportOf(seen.secondary)];
  if (!primary?.thisHost || !secondary?.thisHost || !isLinked(seen)) return [];
  const reports = { primary, secondary };
  const misnamed = unitNames.flatMap((unit) => misnamedIn(unit, reports[unit]));
  if (misnamed.length > 0) return misnamed;
  return [
    ...disagreementsOf(primary, secondary).flatMap(wrongOf),
    ...stuckBeside(secondary, primary),
    ...stuckBeside(primary, secondary),
  ];
}

/** Both units answer, and say that failover is on and the failover link up. */
export function isLinked(seen: PairSeen): boolean {
  return unitNames.every((unit) => {
    const report = reportOf(seen[unit]);
    return report !== undefined && report.on && report.failoverLink === 'up';
  });
}

function misnamedIn(unit: UnitName, { thisHost }: FailoverSighting): readonly Wrong[] {
  if (!thisHost || thisHost.unit === unit) return [];
  const message = `the ${unit} unit, by its serial number, says that it is the ${thisHost.unit} one`;
  return [{ message, requirements: ['CFG-UNIT-PRIMARY', 'AS-ROLE-FIXED', 'OPS-SHOWS-BOTH-STATES'] }];
}

/** That both have failed may be for their interfaces; nothing else that both are at once is in order. */
function wrongOf({ message, bothAre }: Disagreement): readonly Wrong[] {
  if (bothAre === undefined)
    return [{ message, requirements: ['UH-STATE-EXCHANGED', 'OPS-SHOWS-BOTH-STATES'] }];
  if (bothAre !== 'active' && bothAre !== 'standby-ready') return [];
  return [{ message, requirements: ['AS-ONE-ACTIVE'] }];
}

/** A unit that has found an active mate gets its configuration, and is the standby unit then. */
function stuckBeside({ thisHost }: FailoverSighting, mate: FailoverSighting): readonly Wrong[] {
  const active = mate.thisHost;
  if (!thisHost || !active) return [];
  const states = groupsOn(thisHost)
    .filter((group) => stateOn(active, group) === 'active')
    .map((group) => stateOn(thisHost, group));
  const stuck = states.find((state) => state !== undefined && onTheWay.includes(state));
  if (stuck === undefined) return [];
  const message = `${thisHost.unit} stays ${stuck} beside an active mate`;
  return [{ message, requirements: ['REP-AT-ENABLE', 'REP-WHOLE', 'AS-BOOTS-BESIDE-ACTIVE'] }];
}
