import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BenchError, messageOf, UsageError } from '../../errors.ts';
import { configurationsOf, differencesBetween, differingLines } from '../asking/configurations.ts';
import type { Configurations, Which } from '../asking/configurations.ts';
import { HeldByHand } from '../by-hand/held.ts';
import type { Bench } from '../bench.ts';
import type { ChangedOf } from '../journal/changed.ts';
import { readList } from '../journal/kept-texts.ts';
import type { KeptList } from '../journal/kept-texts.ts';
import type { BenchFolder } from '../kept/bench-folder.ts';
import { keptConfigurations } from './keep-configurations.ts';
import { putSavedBack } from './put-saved-back.ts';
import { Reach } from './reach.ts';
import type { Recovering } from './recovering.ts';

/** Configurations that a run found. */
export interface FoundByRun extends KeptList {
  readonly run: string;
}

/** What a restoring came to; nothing where it was not agreed to. */
export interface Restored {
  /** What is otherwise than it was kept, line by line: empty when nothing is. */
  readonly left: readonly string[];
  /** Why it could not be put back, in the words of whoever tried. */
  readonly why?: string;
}

/**
 * What the named run found before it configured anything, or the last one. Throws `UsageError` where nothing of it is
 * kept.
 */
export function foundByRun(kept: BenchFolder, named?: string): FoundByRun {
  const runs = existsSync(kept.configurations) ? readdirSync(kept.configurations) : [];
  const found = runs
    .filter((run) => named === undefined || run === named)
    .flatMap((run): FoundByRun[] => {
      const list = readList(join(kept.configurations, run));
      return list ? [{ run, ...list }] : [];
    })
    .toSorted((one, other) => Date.parse(other.when) - Date.parse(one.when));
  const [last] = found;
  if (last) return last;
  const of = named === undefined ? 'of any run' : `of ${named}`;
  throw new UsageError(`no configurations ${of} are kept in ${kept.configurations}`);
}

/**
 * Shows what differs from what a run found, asks with it, types it and saves it, and compares. Undefined where it was not
 * agreed to. What is broken off stands in the journal, and recovery goes on with it. Throws `BenchError` where a unit is
 * another one, or cannot be reached.
 */
export async function restore(
  recovering: Recovering & { readonly kept: BenchFolder },
  found: FoundByRun,
  show: (differences: readonly string[]) => void,
): Promise<Restored | undefined> {
  const reach = new Reach(recovering);
  try {
    const bench = await reach.pair();
    const folders = recovering.texts(found.run);
    const differences = await differencesNow(bench, found, folders);
    if (differences.length === 0) return { left: [] };
    show(differences);
    if (!(await recovering.ask('May all of that be typed on both units?'))) return undefined;
    const held = new HeldByHand(recovering.kept, recovering.clock);
    const { run, saved } = found;
    const of: ChangedOf<'configurations'> = { kind: 'configurations', run, saved, undo: [], key: false };
    held.intend({ restores: `the configurations of both units as ${run} found them`, of });
    const why = await putSavedBack(bench, of, folders).then(() => undefined, inWords);
    const left = await differencesNow(bench, found, folders);
    const mine = held.find((open) => open.kind === 'configurations' && open.run === run);
    // What is still otherwise stays open: recovery tries it again.
    if (mine && left.length === 0) held.mended(mine);
    return { left, ...(why === undefined ? {} : { why }) };
  } finally {
    await reach.close();
  }
}

/** Everything that runs, or is saved, otherwise than it was kept, line by line. */
async function differencesNow(
  bench: Bench,
  { saved }: FoundByRun,
  folders: readonly string[],
): Promise<readonly string[]> {
  const all: string[] = [];
  for (const which of ['running', 'startup'] as const) {
    const wanted = keptConfigurations(bench, saved, which, folders);
    all.push(...told(which, wanted, await configurationsOf(bench, wanted, which)));
  }
  return all;
}

function told(which: Which, wanted: Configurations, now: Configurations): readonly string[] {
  if (differencesBetween(wanted, now).length === 0) return [];
  const lines = differingLines(wanted, now).map((line) => `${which}: ${line}`);
  return lines.length > 0 ? lines : [`${which}: the same lines in another order`];
}

function inWords(error: unknown): string {
  if (error instanceof BenchError) return messageOf(error);
  throw error;
}
