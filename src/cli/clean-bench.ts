import { openIntents } from '../bench/index.ts';
import type { OpenIntents } from '../bench/index.ts';
import { DirtyBench } from '../errors.ts';
import { isClean, recoverBench, recoveryText } from './recover.ts';
import type { Recoverable } from './recover.ts';
import { untilAsked } from './until-asked.ts';

/** A bench that something is about to begin on. */
export interface BeginOn extends Recoverable {
  /** The topology as it was named on the command line. */
  readonly named: string;
  /** Whether what is open is put back first. */
  readonly recovers: boolean;
}

/**
 * Lets nothing begin on a bench that is not as it was: what a run that died, or somebody by hand, left open would be
 * measured as well, and taken for how the bench was. Throws `DirtyBench` that says what is open, since when and by whom,
 * unless it is told to recover and all of it could be verified.
 */
export async function requireCleanBench(bench: BeginOn): Promise<void> {
  const found = openIntents(bench.kept);
  if (found.open.length + found.unread.length === 0) return;
  if (!bench.recovers) throw new DirtyBench(refusal(found, bench.named));
  const recovery = await untilAsked((signal) => recoverBench(bench, {}, signal));
  bench.progress.say(recoveryText(recovery).trimEnd());
  if (!isClean(recovery))
    throw new DirtyBench('not all of what was left could be verified; nothing is begun');
}

function refusal({ open, unread }: OpenIntents, named: string): string {
  const rows = [
    ...open.map(({ restores, when, run }) => `  ${restores} (changed ${when.slice(0, 19)}Z, ${run})`),
    ...unread.map((words) => `  a line of its journal that is not understood, ${words}`),
  ];
  return `the bench is not as it was, and nothing is begun on it. To be put back:\n${rows.join('\n')}\nPut it back with: fover recover ${named}\nor say --recover to do so first.`;
}
