import { BenchError } from '../../errors.ts';
import { configurationsOf, differencesBetween } from '../asking/configurations.ts';
import type { Configurations, Running } from '../asking/configurations.ts';
import { commandBoundMs } from '../asking/place.ts';
import type { Bench } from '../bench.ts';

/** Milliseconds that Flash memory may take to be written. */
const writeBoundMs = 60_000;

/**
 * Saves what runs where that is what was saved, and erases where nothing was; true where anything was done. Throws
 * `BenchError` that says what is saved otherwise in the end: what was saved otherwise than it ran is not put back.
 */
export async function putStartupBack(
  bench: Bench,
  running: Configurations,
  wanted: Configurations,
): Promise<boolean> {
  const now = await configurationsOf(bench, wanted, 'startup');
  if (differencesBetween(wanted, now).length === 0) return false;
  for (const [place, { unit, context, lines }] of wanted) {
    if (differencesBetween(only(place, wanted), now).length === 0) continue;
    const ran = only(place, running);
    if (lines.length === 0 && context === undefined) await type(bench, unit, 'write erase');
    else if (differencesBetween(only(place, wanted), ran).length === 0)
      await type(bench, unit, 'write memory', context);
  }
  const left = differencesBetween(wanted, await configurationsOf(bench, wanted, 'startup'));
  if (left.length > 0) throw new BenchError('pair', `what was saved is otherwise: ${left.join('; ')}`);
  return true;
}

/** One place of many. */
function only(place: string, all: Configurations): Configurations {
  const one = all.get(place);
  return new Map(one ? [[place, one]] : []);
}

async function type(
  { consoles }: Bench,
  unit: Running['unit'],
  command: string,
  context?: string,
): Promise<void> {
  const boundMs = Math.max(commandBoundMs, writeBoundMs);
  const answers = [{ question: 'confirm' as const, answer: '' }];
  await consoles[unit].run(command, { boundMs, answers, ...(context === undefined ? {} : { context }) });
}
