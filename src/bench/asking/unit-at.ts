import { BenchError } from '../../errors.ts';
import { mateOf } from '../../pair/index.ts';
import type { GroupId, UnitName } from '../../pair/index.ts';
import type { Bench } from '../bench.ts';
import { activeUnit } from '../rest/steady.ts';

/** A unit by its name, or by its state at that moment. */
export type Where = UnitName | 'active' | 'standby';

/** Milliseconds in which a console that just kept silent, or a pair that just changed its roles, is heard again. */
export const heardAgainMs = 20_000;

/**
 * The unit that is meant, by the last words of the units; where a context is named, that of its failover group. Where
 * by those none is active, or both are, it waits for what they say next. Throws `BenchError` when that stays so for
 * twenty seconds; rejects with the reason of `signal`.
 */
export async function unitAt(
  bench: Bench,
  where: Where,
  { context, signal }: { readonly context?: string | undefined; readonly signal?: AbortSignal } = {},
): Promise<UnitName> {
  if (where === 'primary' || where === 'secondary') return where;
  const group = groupOf(bench, context);
  const find = (): UnitName | undefined => activeUnit(bench.watch.latest, group);
  const isFound = (): boolean => find() !== undefined;
  if (!isFound()) await bench.watch.waitUntil('which unit is active', isFound, heardAgainMs, signal);
  const active = find();
  if (!active) throw new BenchError('pair', 'no unit, or more than one, says that it is active');
  return where === 'active' ? active : mateOf(active);
}

/** The failover group of a context; 1 in Active/Standby, and for the system execution space. */
function groupOf({ topology: { pair } }: Bench, context: string | undefined): GroupId {
  if (pair.mode === 'active-standby') return 1;
  return pair.contexts.find(({ name }) => name === context)?.group ?? 1;
}
