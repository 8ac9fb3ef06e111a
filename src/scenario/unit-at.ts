import { activeUnit } from '../bench/index.ts';
import type { Bench } from '../bench/index.ts';
import { BenchError } from '../errors.ts';
import { mateOf } from '../pair/index.ts';
import type { GroupId, UnitName } from '../pair/index.ts';
import type { Where } from './act.ts';

/**
 * The unit that is meant, by what the units say at this moment; where a context is named, that of its failover group.
 * Throws `BenchError` when none or both are active.
 */
export function unitAt(bench: Bench, where: Where, context?: string): UnitName {
  if (where === 'primary' || where === 'secondary') return where;
  const active = activeUnit(bench.watch.latest, groupOf(bench, context));
  if (!active) throw new BenchError('pair', 'no unit, or more than one, says that it is active');
  return where === 'active' ? active : mateOf(active);
}

/** The failover group of a context; 1 in Active/Standby, and for the system execution space. */
function groupOf({ topology: { pair } }: Bench, context: string | undefined): GroupId {
  if (pair.mode === 'active-standby') return 1;
  return pair.contexts.find(({ name }) => name === context)?.group ?? 1;
}
