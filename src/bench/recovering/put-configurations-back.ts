import { BenchError } from '../../errors.ts';
import { mateOf, unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import { byReference } from '../asking/by-reference.ts';
import { configurationsOf, differencesBetween } from '../asking/configurations.ts';
import type { Configurations, Running } from '../asking/configurations.ts';
import { blocksBetween } from '../asking/lines-between.ts';
import { putLines } from '../asking/put-question.ts';
import { keyWord } from '../asking/topology-words.ts';
import { heardAgainMs, unitAt } from '../asking/unit-at.ts';
import type { Bench } from '../bench.ts';
import { activeUnit } from '../rest/steady.ts';
import { reportOf } from '../seen.ts';
import type { PairSeen } from '../seen.ts';
import type { ChangedOf } from '../journal/changed.ts';

/** What both units are to run with again, and what is typed before anything is compared. */
export interface ToPutBack extends Pick<ChangedOf<'configurations'>, 'undo' | 'key'> {
  readonly before: Configurations;
}

/**
 * Types what undoes the changes, then compares both units with what they ran with before and types what differs, until
 * nothing does. Throws `BenchError` that says what is otherwise in the end.
 */
export async function putConfigurationsBack(
  bench: Bench,
  { before, undo, key }: ToPutBack,
  passes = 2,
): Promise<void> {
  // As a journal has them, secrets stand in them by reference.
  const { reveal } = byReference(bench.topology, bench.secrets);
  for (const { on, context, lines } of undo)
    // A refusal here is no harm: what is left is found by comparing.
    await putLines(bench.consoles[await unitAt(bench, on)], bench, lines.map(reveal), { context });
  if (key) await typeKey(bench);
  // What is typed on the active unit goes to the standby one by itself, so the active one comes first.
  for (let pass = 0; pass < passes; pass += 1) {
    const now = await configurationsOf(bench, before);
    if (differencesBetween(before, now).length === 0) return;
    const first = await firstOf(bench);
    await typeDifferences(bench, before, now, pass % 2 === 0 ? first : mateOf(first));
  }
  const left = differencesBetween(before, await configurationsOf(bench, before));
  if (left.length > 0) throw new BenchError('pair', `what was typed was not put back: ${left.join('; ')}`);
}

const isOff = (seen: PairSeen): boolean => unitNames.every((unit) => reportOf(seen[unit])?.on === false);
const isKnown = (seen: PairSeen): boolean => activeUnit(seen) !== undefined || isOff(seen);

/**
 * The active unit; the primary one of a pair whose failover is off, and of one that is half configured, of which nobody
 * can say which is active: what is otherwise in the end is found by comparing.
 */
async function firstOf({ watch }: Bench): Promise<UnitName> {
  if (!isKnown(watch.latest)) await watch.waitUntil('which unit is active', isKnown, heardAgainMs);
  return activeUnit(watch.latest) ?? 'primary';
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
  unit: UnitName,
): Promise<void> {
  for (const [place, wanted] of before) {
    if (wanted.unit !== unit) continue;
    for (const block of blocksBetween(now.get(place)?.lines ?? [], wanted.lines))
      await typeBlock(bench, wanted, typable(bench, block));
  }
}

/**
 * A secret that a unit shows as asterisks would become asterisks if it were typed so: the failover key is typed from the
 * topology, and any other such line is left, to be told as what is otherwise.
 */
function typable({ topology }: Bench, lines: readonly string[]): readonly string[] {
  const { key } = topology.pair.failover;
  return lines
    .map((line) => (key && /^failover key \*+$/.test(line) ? `failover key {${keyWord}}` : line))
    .filter((line) => line.startsWith('no ') || !/\*{4,}/.test(line));
}

/** Where one line of a mode is refused, the others are typed all the same. */
async function typeBlock(bench: Bench, where: Running, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return;
  const { unit, context } = where;
  const { answer } = await putLines(bench.consoles[unit], bench, lines, { context });
  const [mode, ...within] = lines;
  if (answer?.outcome !== 'refused' || mode === undefined || within.length < 3) return;
  for (const line of within.slice(0, -1))
    await putLines(bench.consoles[unit], bench, [mode, line, 'exit'], { context });
}
