import { byHand } from '../bench/index.ts';
import type { ByHand, Effect } from '../bench/index.ts';
import { LeaseLost, UsageError } from '../errors.ts';
import { visibleLine } from '../report/index.ts';
import { atBench } from './at-bench.ts';
import { askYes } from './ask-yes.ts';
import { exitCodes } from './exit-code.ts';
import { holding } from './hold-bench.ts';
import { tell, tellAside } from './say.ts';

/** What every change by hand is told. */
export interface ByHandOptions {
  readonly yes?: true | undefined;
}

/**
 * The bench of a topology, to be looked at or, once it is ours, changed by hand: consent is asked for at this terminal.
 * Throws `BenchError` where it is to be changed and somebody else holds it.
 */
export async function benchByHand(
  topologyPath: string,
  { yes }: ByHandOptions,
  changes: boolean,
): Promise<ByHand> {
  const bench = atBench(topologyPath);
  return byHand(changes ? await holding(bench) : bench, {
    ask: (question) => askYes(question, yes),
  });
}

/**
 * What is meant and what shall become of it, of two words that may both be left out; a verb alone is meant for all.
 * Throws `UsageError` for another verb.
 */
export function meantBy<Verb extends string>(
  verbs: readonly Verb[],
  word: string | undefined,
  wish: string | undefined,
): { readonly target: string | undefined; readonly verb: Verb | 'status' } {
  const named = (text: string | undefined): Verb | undefined => verbs.find((verb) => verb === text);
  const alone = wish === undefined ? named(word) : undefined;
  if (alone) return { target: undefined, verb: alone };
  if (wish === undefined) return { target: word, verb: 'status' };
  const verb = named(wish);
  if (!verb) throw new UsageError(`expected one of ${verbs.join(', ')}, not ${wish}`);
  return { target: word, verb };
}

/** Tells what a change came to. Returns the exit code; undefined is what was not agreed to. */
export function tellEffect(done: string, effect: Effect | undefined): number {
  if (!effect) {
    tell('Not agreed to; nothing was touched.\n');
    return exitCodes.inconclusive;
  }
  const { loMs, hiMs } = effect.effectMs;
  tell(`${done}; it was read back ${((hiMs - loMs) / 1000).toFixed(1)} s later.\n`);
  return exitCodes.pass;
}

/** A change by hand. Where the bench is another's before all is back, that is told, and the exit code says so. */
export async function changing(bench: ByHand, act: () => Promise<number>): Promise<number> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof LeaseLost) || bench.held.open.length === 0) throw error;
    tellAside(`${error.message}\n${heldText(bench)}`);
    return exitCodes.benchLeftDirty;
  }
}

/** What is not as it was, and is to be put back. */
export function heldText({ held }: ByHand): string {
  const rows = held.all.map(
    ({ restores, when, run }) => `  ${restores} (changed ${when.slice(0, 19)}Z, ${run})`,
  );
  const unread = held.unread.map((words) => `  a line of its journal that is not understood, ${words}`);
  const lines = [...rows, ...unread];
  return lines.length === 0 ? '' : `Changed, to be put back:\n${lines.join('\n')}\n`;
}

/** Rows of words in columns. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_cell, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .map((row) => `${visibleLine(row)}\n`)
    .join('');
}

/** Lets something come to its end that must not be left half done: Ctrl-C is answered, and waits. */
export async function unbroken<T>(why: string, act: () => Promise<T>): Promise<T> {
  const onSignal = (): void => tellAside(`fover: ${why}\n`);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const name of signals) process.on(name, onSignal);
  try {
    return await act();
  } finally {
    for (const name of signals) process.off(name, onSignal);
  }
}
