import type { FailoverState, GroupId } from '../../pair/index.ts';
import type { FailoverGroup } from '../failover/failover-group.ts';
import type { System } from '../system/system.ts';
import { slot0, slot1 } from './failover-slots.ts';
import { groupStatistics } from './group-statistics.ts';
import { mateRows, ownRows } from './interface-rows.ts';
import { lastFailoverAt } from './last-failover.ts';
import { mateWords, stateWords, unitWords } from './state-words.ts';

/** The hosts of `show failover` in Active/Active (ASA 5580 guide, «Show Failover—Active/Active»). */
export function groupHosts(system: System): string[] {
  const { groups, mate } = system.process;
  const { unit } = system.failover();
  const nowMs = system.clock.nowMs();
  return [
    ...groups.map((group) => `Group ${group.id} last failover at: ${lastFailoverAt(system, group)}`),
    '',
    `  This host:\t${unitWords[unit]}`,
    ...groups.flatMap(({ id, own }) => stateOf(stateWords[own.now], own.activeMs, id)),
    '',
    ...slot0(system, system.identity()),
    ...slot1(system, system.card()),
    ...ownRows(system).map((row) => `\t\t  ${row}`),
    '',
    `  Other host:\t${unitWords[mate.unit(unit)]}`,
    ...groups.flatMap(({ id, mate: other }) => stateOf(mateWords(other.state), other.activeMs(nowMs), id)),
    '',
    ...(mate.alive && mate.hello ? slot0(system, mate.hello.identity) : []),
    ...(mate.alive ? slot1(system, mate.hello?.card) : []),
    ...mateRows(system).map((row) => `\t\t  ${row}`),
  ];
}

/** `show failover group 1`; nothing but a sentence where there are no groups. */
export function showFailoverGroup(system: System, id: GroupId): string[] {
  const { process, clock } = system;
  const { mode, unit } = system.failover();
  if (mode !== 'active-active') return [`ERROR: failover group ${id} is not configured`];
  if (process.state === 'disabled') return ['Failover Off '];
  const group = process.group(id);
  return [
    `Last Failover at: ${lastFailoverAt(system, group)}`,
    '',
    `  This host:\t${unitWords[unit]}`,
    ...stateOf(shortly(group.state), group.own.activeMs),
    '',
    ...ownRows(system, [group]).map((row) => `\t\t  ${row}`),
    '',
    `  Other host:\t${unitWords[process.mate.unit(unit)]}`,
    ...stateOf(mateShortly(group), group.mate.activeMs(clock.nowMs())),
    '',
    ...mateRows(system, [group]).map((row) => `\t\t  ${row}`),
    '',
    ...groupStatistics(system),
  ];
}

function stateOf(state: string, activeMs: number, id?: GroupId): string[] {
  return [
    `${id === undefined ? '\t' : `  Group ${id}`}\tState:\t\t${state}`,
    `\t\tActive time:\t${Math.floor(activeMs / 1000)} (sec)`,
  ];
}

/** In the guide's sample the standby group of `show failover group` is just `Standby`. */
function shortly(state: FailoverState): string {
  return state === 'standby-ready' ? 'Standby' : stateWords[state];
}

function mateShortly({ mate }: FailoverGroup): string {
  return mate.state === 'standby-ready' ? 'Standby' : mateWords(mate.state);
}
