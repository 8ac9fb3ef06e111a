import { eventTime } from '../system/device-time.ts';
import type { System } from '../system/system.ts';
import { stateWords } from './state-words.ts';

const ruler = '='.repeat(74);

/** `show failover history` of a unit in Active/Standby. */
export function showFailoverHistory(system: System): string[] {
  const events = system.process.own.history.transitions.map(({ at, from, to, reason }) => [
    eventTime(system.toDeviceTime(at)),
    `${stateWords[from].padEnd(27)}${stateWords[to].padEnd(27)}${reason}`,
  ]);
  const body = events.flatMap((event, at) => (at === 0 ? event : ['', ...event]));
  return [ruler, 'From State                 To State                   Reason', ruler, ...body, ruler];
}
