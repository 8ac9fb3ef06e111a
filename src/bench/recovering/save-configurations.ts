import { messageOf } from '../../errors.ts';
import { unitNames } from '../../pair/index.ts';
import { linesOf, placeOf } from '../asking/configurations.ts';
import type { Configurations, Running, Which } from '../asking/configurations.ts';
import type { Bench } from '../bench.ts';
import type { SavedConfiguration } from '../journal/changed.ts';
import { keepConfigurations } from './keep-configurations.ts';

/**
 * Keeps what both units run with and what they have saved, with a list of it, in the folder of the run. A context that a
 * unit does not have yet has nothing to be kept. Throws `BenchError` where a unit does not show it.
 */
export async function saveConfigurations(bench: Bench): Promise<readonly SavedConfiguration[]> {
  const saved: SavedConfiguration[] = [];
  for (const which of ['running', 'startup'] as const)
    saved.push(...keepConfigurations(bench, await shown(bench, which), which));
  bench.journal.keepList(saved);
  return saved;
}

async function shown(bench: Bench, which: Which): Promise<Configurations> {
  const contexts = bench.topology.pair.contexts.map(({ name }) => name);
  const found = new Map<string, Running>();
  for (const unit of unitNames) {
    found.set(placeOf(unit, undefined), { unit, lines: await linesOf(bench, unit, undefined, which) });
    for (const context of contexts)
      try {
        const lines = await linesOf(bench, unit, context, which);
        found.set(placeOf(unit, context), { unit, context, lines });
      } catch (error) {
        bench.progress.say(`${unit} has no context ${context} to be kept: ${messageOf(error)}`);
      }
  }
  return found;
}
