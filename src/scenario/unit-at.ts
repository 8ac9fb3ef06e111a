import { activeUnit } from '../bench/index.ts';
import type { Bench } from '../bench/index.ts';
import { BenchError } from '../errors.ts';
import { mateOf } from '../pair/index.ts';
import type { UnitName } from '../pair/index.ts';
import type { Where } from './act.ts';

/** The unit that is meant, by what the units say at this moment. Throws `BenchError` when none or both are active. */
export function unitAt(bench: Bench, where: Where): UnitName {
  if (where === 'primary' || where === 'secondary') return where;
  const active = activeUnit(bench.watch.latest);
  if (!active) throw new BenchError('pair', 'no unit, or more than one, says that it is active');
  return where === 'active' ? active : mateOf(active);
}
