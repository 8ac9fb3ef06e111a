import type { FailoverSettings, UnitName } from '../pair/index.ts';
import type { PairState } from './rule.ts';

/** True if so many failed interfaces make a unit fail («Configuring Failover Criteria»). */
function reachesPolicy(
  failed: number,
  monitored: number,
  { interfacePolicy }: Pick<FailoverSettings, 'interfacePolicy'>,
): boolean {
  if (failed === 0) return false;
  if ('count' in interfacePolicy) return failed >= interfacePolicy.count;
  return failed * 100 >= interfacePolicy.percent * monitored;
}

/** True if the interfaces of the unit that are down now make it fail. */
export function isOverPolicy(pair: PairState, unit: UnitName, settings: FailoverSettings): boolean {
  return reachesPolicy(pair.down[unit].length, pair.monitored.length, settings);
}

/** Whether one interface more, monitored and not yet down, would make the unit fail. */
export function wouldFail(
  pair: PairState,
  unit: UnitName,
  nameif: string,
  settings: FailoverSettings,
): boolean {
  return (
    isNewlyDown(pair, unit, nameif) &&
    reachesPolicy(pair.down[unit].length + 1, pair.monitored.length, settings)
  );
}

/** True for a monitored interface that was not down before: only that is news to failover. */
export function isNewlyDown(pair: PairState, unit: UnitName, nameif: string): boolean {
  return pair.monitored.includes(nameif) && !pair.down[unit].includes(nameif);
}

/** Whether the unit would be healthy again with this interface back, having failed over its interfaces before. */
export function wouldRecover(
  pair: PairState,
  unit: UnitName,
  nameif: string,
  settings: FailoverSettings,
): boolean {
  const left = pair.down[unit].filter((name) => name !== nameif);
  return isOverPolicy(pair, unit, settings) && !reachesPolicy(left.length, pair.monitored.length, settings);
}
