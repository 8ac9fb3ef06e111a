import { BenchError } from '../../errors.ts';
import { byReference } from '../asking/by-reference.ts';
import { configurationsOf, differencesBetween } from '../asking/configurations.ts';
import type { Configurations, Running } from '../asking/configurations.ts';
import { linesBetween } from '../asking/lines-between.ts';
import { putLines } from '../asking/put-question.ts';
import { keyWord } from '../asking/topology-words.ts';
import { unitAt } from '../asking/unit-at.ts';
import type { Bench } from '../bench.ts';
import type { ChangedOf } from '../journal/changed.ts';

/** What both units are to run with again, and what is typed before anything is compared. */
export interface ToPutBack extends Pick<ChangedOf<'configurations'>, 'undo' | 'key'> {
  readonly before: Configurations;
}

/**
 * Types what undoes the changes, then compares both units with what they ran with before and types what differs, until
 * nothing does. Throws `BenchError` that says what is otherwise in the end.
 */
export async function putConfigurationsBack(bench: Bench, { before, undo, key }: ToPutBack): Promise<void> {
  // As a journal has them, secrets stand in them by reference.
  const { reveal } = byReference(bench.topology, bench.secrets);
  for (const { on, context, lines } of undo)
    // A refusal here is no harm: what is left is found by comparing.
    await putLines(bench.consoles[await unitAt(bench, on)], bench, lines.map(reveal), { context });
  if (key) await typeKey(bench);
  // What is typed on the active unit goes to the standby one by itself, so the active one comes first.
  for (const where of ['active', 'standby'] as const) {
    const now = await configurationsOf(bench);
    if (differencesBetween(before, now).length === 0) return;
    await typeDifferences(bench, before, now, where);
  }
  const left = differencesBetween(before, await configurationsOf(bench));
  if (left.length > 0) throw new BenchError('pair', `what was typed was not put back: ${left.join('; ')}`);
}

/** The key is shown as asterisks, so that no comparing tells one from another. */
async function typeKey(bench: Bench): Promise<void> {
  const console = bench.consoles[await unitAt(bench, 'active')];
  const { key } = bench.topology.pair.failover;
  await putLines(console, bench, [key ? `failover key {${keyWord}}` : 'no failover key'], {});
}

async function typeDifferences(
  bench: Bench,
  before: Configurations,
  now: Configurations,
  where: 'active' | 'standby',
): Promise<void> {
  const unit = await unitAt(bench, where);
  for (const [place, wanted] of before) {
    const lines = wanted.unit === unit ? linesBetween(now.get(place)?.lines ?? [], wanted.lines) : [];
    for (const block of blocksOf(lines)) await typeBlock(bench, wanted, block);
  }
}

async function typeBlock(bench: Bench, { unit, context }: Running, lines: readonly string[]): Promise<void> {
  await putLines(bench.consoles[unit], bench, lines, { context });
}

/** Lines that belong together: a mode with what is typed in it, up to its exit; any other line by itself. */
function blocksOf(lines: readonly string[]): readonly (readonly string[])[] {
  const last = lines.lastIndexOf('exit');
  if (last < 0) return lines.map((line) => [line]);
  const first = lines.indexOf('exit');
  return [lines.slice(0, first + 1), ...blocksOf(lines.slice(first + 1))].filter(({ length }) => length > 0);
}
