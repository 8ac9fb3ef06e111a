import { doorsOf, foundByRun, quietNotebook, restore, textFolders } from '../bench/index.ts';
import { askYes } from './ask-yes.ts';
import { atBench } from './at-bench.ts';
import { exitCodes } from './exit-code.ts';
import { holding } from './hold-bench.ts';
import { tell } from './say.ts';
import { untilAsked } from './until-asked.ts';

export interface RestoreOptions {
  readonly yes?: true | undefined;
}

/** Puts back the configurations that a run found on both units, the last one if none is named. Returns the exit code. */
export async function restoreTopology(
  path: string,
  run: string | undefined,
  { yes }: RestoreOptions,
): Promise<number> {
  const at = atBench(path);
  const found = foundByRun(at.kept, run);
  tell(`What ${found.run} found at ${found.when.slice(0, 19)}Z:\n`);
  const restored = await untilAsked(async (signal) => {
    const bench = await holding(at, signal);
    const restoring = {
      ...bench,
      kept: at.kept,
      doors: doorsOf(bench),
      notebook: quietNotebook(),
      signal,
      texts: textFolders(at.kept),
      ask: (question: string) => askYes(question, yes),
    };
    return restore(restoring, found, (differences) =>
      tell(differences.map((line) => `  ${line}\n`).join('')),
    );
  });
  if (!restored) {
    tell('Not agreed to; nothing was typed.\n');
    return exitCodes.inconclusive;
  }
  const { left, why } = restored;
  if (left.length === 0) {
    tell('Both units run, and have saved, what it found.\n');
    return exitCodes.pass;
  }
  const reason = why === undefined ? '' : `${why}\n`;
  tell(`${reason}Still otherwise:\n${left.map((line) => `  ${line}\n`).join('')}`);
  return exitCodes.benchLeftDirty;
}
