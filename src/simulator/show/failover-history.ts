import { eventTime } from '../ground/device-time.ts';
import type { System } from '../system/system.ts';
import { stateWords } from './state-words.ts';

const ruler = '='.repeat(74);
const columns = 'From State                 To State                   Reason';

/** `show failover history`: in Active/Active of both groups, each event with the number of its group before it. */
export function showFailoverHistory(system: System): string[] {
  const { groups } = system.process;
  const named = groups.length > 1;
  const body = groups
    .flatMap(({ id, own }) => own.history.transitions.map((transition) => ({ id, ...transition })))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .flatMap(({ id, at, from, to, reason }, number) => [
      ...(number === 0 ? [] : ['']),
      eventTime(system.toDeviceTime(at)),
      `${named ? `  ${id}     ` : ''}${stateWords[from].padEnd(27)}${stateWords[to].padEnd(27)}${reason}`,
    ]);
  return [ruler, `${named ? 'Group   ' : ''}${columns}`, ruler, ...body, ruler];
}
