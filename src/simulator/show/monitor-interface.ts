import type { Space } from '../system/space.ts';
import type { System } from '../system/system.ts';
import { mateRows, ownRows } from './interface-rows.ts';
import { mateWords, stateWords, unitWords } from './state-words.ts';

/** `show monitor-interface`: of the unit, or of the context that it is asked in. */
export function showMonitorInterface(system: System, space: Space): string[] {
  const { process } = system;
  const { unit } = system.failover();
  const group = process.group(space.group);
  if (group.state === 'disabled') return [];
  const which = space.name === undefined ? process.groups : [group];
  return [
    `\tThis host: ${unitWords[unit]} - ${stateWords[group.state]} `,
    ...ownRows(system, which, space.name).map((row) => `\t\t${row}`),
    `\tOther host: ${unitWords[process.mate.unit(unit)]} - ${mateWords(group.mate.state)} `,
    ...mateRows(system, which, space.name).map((row) => `\t\t${row}`),
  ];
}
