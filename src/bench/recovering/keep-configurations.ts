import { BenchError } from '../../errors.ts';
import { byReference } from '../asking/by-reference.ts';
import { placeOf } from '../asking/configurations.ts';
import type { Configurations, Running } from '../asking/configurations.ts';
import type { Bench } from '../bench.ts';
import type { SavedConfiguration } from '../journal/changed.ts';
import { readText } from '../journal/kept-texts.ts';

type Desk = Pick<Bench, 'topology' | 'secrets'>;
type Which = SavedConfiguration['which'];

/** Keeps what both units run with beside the journal, secrets by reference. Throws what the operating system says. */
export const keepRunning = (bench: Bench, running: Configurations): readonly SavedConfiguration[] =>
  keepConfigurations(bench, running, 'running');

/** The same of what they run with, or have saved. */
export function keepConfigurations(
  bench: Bench,
  configurations: Configurations,
  which: Which,
): readonly SavedConfiguration[] {
  const { hide } = byReference(bench.topology, bench.secrets);
  return [...configurations.values()].map(({ unit, context, lines }) => {
    const name = [unit, ...(context === undefined ? [] : [context]), which].join('.');
    const kept = bench.journal.keep(name, hide(lines.map((line) => `${line}\n`).join('')));
    const { serial } = bench.topology.units[unit];
    return { unit, serial, which, ...(context === undefined ? {} : { context }), ...kept };
  });
}

/**
 * Reads what was kept back from the first of the folders that has it. Throws `BenchError` where a file is missing or was
 * changed, and where it is of another unit than the topology has.
 */
export function keptConfigurations(
  { topology, secrets }: Desk,
  saved: readonly SavedConfiguration[],
  which: Which,
  folders: readonly string[],
): Configurations {
  const { reveal } = byReference(topology, secrets);
  const found = saved.filter((one) => one.which === which);
  return new Map(
    found.map((one): readonly [string, Running] => {
      const { unit, serial, context } = one;
      const wanted = topology.units[unit].serial;
      if (serial !== wanted)
        throw new BenchError(
          `${unit} console`,
          `what was saved is of the unit with serial number ${serial}, the topology has ${wanted} there`,
        );
      const lines = reveal(readText(folders, one)).split('\n').slice(0, -1);
      return [placeOf(unit, context), { unit, lines, ...(context === undefined ? {} : { context }) }];
    }),
  );
}
