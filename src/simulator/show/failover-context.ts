import type { Space } from '../system/space.ts';
import type { System } from '../system/system.ts';
import { groupStatistics } from './group-statistics.ts';
import { statisticsHead } from './stateful-statistics.ts';
import { mateRows, ownRows } from './interface-rows.ts';
import { lastFailoverAt } from './last-failover.ts';
import { mateWords, stateWords } from './state-words.ts';

/** The hosts of `show failover` in a context: its own state, which is that of its group, and not that of the unit. */
export function contextHosts(system: System, space: Space): string[] {
  const group = system.process.group(space.group);
  const { own, mate } = group;
  const mateActiveMs = mate.activeMs(system.clock.nowMs());
  return [
    `Last Failover at: ${lastFailoverAt(system, group)}`,
    `\tThis context: ${stateWords[own.now]}`,
    `\t\tActive time: ${Math.floor(own.activeMs / 1000)} (sec)`,
    ...ownRows(system, [group], space.name).map((row) => `\t\t  ${row}`),
    `\tPeer context: ${mateWords(mate.state)}`,
    `\t\tActive time: ${Math.floor(mateActiveMs / 1000)} (sec)`,
    ...mateRows(system, [group], space.name).map((row) => `\t\t  ${row}`),
    '',
    ...groupStatistics(system, [statisticsHead]),
  ];
}
