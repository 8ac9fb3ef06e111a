import type { System } from '../system/system.ts';
import { mateRows, ownRows } from './interface-rows.ts';
import { mateWords, stateWords, unitWords } from './state-words.ts';

/** `show monitor-interface`. */
export function showMonitorInterface(system: System): string[] {
  const { process } = system;
  const { unit } = system.failover();
  if (process.state === 'disabled') return [];
  return [
    `\tThis host: ${unitWords[unit]} - ${stateWords[process.state]} `,
    ...ownRows(system).map((row) => `\t\t${row}`),
    `\tOther host: ${unitWords[process.mate.unit(unit)]} - ${mateWords(process.mate.state)} `,
    ...mateRows(system).map((row) => `\t\t${row}`),
  ];
}
