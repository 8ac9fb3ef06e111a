import { configurationsOf, differencesBetween } from '../asking/configurations.ts';
import { byReference } from '../asking/by-reference.ts';
import type { Bench } from '../bench.ts';
import type { ChangedOf } from '../journal/changed.ts';
import type { Back } from './back.ts';
import { keptConfigurations } from './keep-configurations.ts';
import { putConfigurationsBack } from './put-configurations-back.ts';
import { putStartupBack } from './put-startup-back.ts';

/** So often is it compared and typed: a pair that was being configured may first have to be taken apart. */
const passes = 4;

/**
 * Types what undoes the changes and what both units do not run with as it was kept, until they do, and saves it where
 * that was saved. Throws `BenchError` that says what is otherwise in the end, and where what was kept is missing in all
 * of the folders.
 */
export async function putSavedBack(
  bench: Bench,
  { saved, undo, key }: Pick<ChangedOf<'configurations'>, 'saved' | 'undo' | 'key'>,
  folders: readonly string[],
): Promise<Back> {
  const { reveal } = byReference(bench.topology, bench.secrets);
  const before = keptConfigurations(bench, saved, 'running', folders);
  const startup = keptConfigurations(bench, saved, 'startup', folders);
  const isSame = differencesBetween(before, await configurationsOf(bench, before)).length === 0;
  const isNothingTyped = isSame && undo.length === 0 && !key;
  const typed = undo.map((one) => ({ ...one, lines: one.lines.map(reveal) }));
  if (!isNothingTyped) await putConfigurationsBack(bench, { before, undo: typed, key }, passes);
  const isSaved = await putStartupBack(bench, before, startup);
  const why = `both units run${startup.size > 0 ? ', and have saved,' : ''} what was kept of them`;
  return { outcome: isNothingTyped && !isSaved ? 'as-before' : 'put-back', why };
}
