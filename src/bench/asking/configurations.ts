import { unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import { BenchError } from '../../errors.ts';
import type { Bench } from '../bench.ts';
import { linesBetween } from './lines-between.ts';
import { putCommand } from './put-question.ts';

/** What runs in one place: a unit, or in multiple context mode its system execution space or one of its contexts. */
export interface Running {
  readonly unit: UnitName;
  readonly context?: string;
  readonly lines: readonly string[];
}

/** The running configurations of both units, by the place in words. */
export type Configurations = ReadonlyMap<string, Running>;

/** Comments and what changes by itself: when it was saved and by whom, and the checksum over that. */
const fleeting = /^(?:[:!]|Cryptochecksum|ntp clock-period|No Configuration$)|^\s*$/;

/** What a unit runs with, or what it has saved to run with after a boot. */
export type Which = 'running' | 'startup';

/**
 * Reads what both units run with, or have saved: in every place that the topology says, or in those of others that were
 * read before. Throws `BenchError` when one does not show it.
 */
export async function configurationsOf(
  bench: Bench,
  like?: Configurations,
  which: Which = 'running',
): Promise<Configurations> {
  const contexts = bench.topology.pair.contexts.map(({ name }) => name);
  const isMeant = (unit: UnitName, context: string | undefined): boolean =>
    like?.has(placeOf(unit, context)) ?? true;
  const read = unitNames.map(async (unit) => {
    const found: (readonly [string, Running])[] = [];
    for (const context of [undefined, ...contexts].filter((each) => isMeant(unit, each))) {
      const lines = await linesOf(bench, unit, context, which);
      const within = context === undefined ? {} : { context };
      found.push([placeOf(unit, context), { unit, ...within, lines }]);
    }
    return found;
  });
  return new Map((await Promise.all(read)).flat());
}

/** What is otherwise than before, one sentence a unit or context; empty when nothing is. */
export function differencesBetween(before: Configurations, after: Configurations): readonly string[] {
  return [...before].flatMap(([place, { lines }]) => {
    const now = after.get(place)?.lines ?? [];
    if (isSame(lines, now)) return [];
    const lost = lines.filter((line) => !now.includes(line));
    const gained = now.filter((line) => !lines.includes(line));
    const told = [
      ...lost.map((line) => `without «${line.trim()}»`),
      ...gained.map((line) => `with «${line.trim()}»`),
    ];
    const most = 6;
    const more = told.length > most ? [`and ${told.length - most} lines more`] : [];
    return [
      `${place} runs ${[...told.slice(0, most), ...more].join(', ') || 'the same lines in another order'}`,
    ];
  });
}

/** Each line that is to come (`+`) or to go (`-`) for things to be as before, with its place. */
export function differingLines(before: Configurations, now: Configurations): readonly string[] {
  return [...before].flatMap(([place, { lines }]) => {
    const there = now.get(place)?.lines ?? [];
    const gone = there.filter((line) => !lines.includes(line)).map((line) => `${place} - ${line}`);
    return [...gone, ...lines.filter((line) => !there.includes(line)).map((line) => `${place} + ${line}`)];
  });
}

/** A unit may show lines in the order in which they were entered; that of access lists is all that counts. */
function isSame(one: readonly string[], other: readonly string[]): boolean {
  if (linesBetween(one, other).length + linesBetween(other, one).length > 0) return false;
  return rulesIn(one) === rulesIn(other);
}

const rulesIn = (lines: readonly string[]): string =>
  lines.filter((line) => line.startsWith('access-list ')).join('\n');

/** A unit, or one of its contexts, for people; the same place has the same words. */
export const placeOf = (unit: UnitName, context: string | undefined): string =>
  context === undefined ? unit : `${unit}, context ${context},`;

/** Throws `BenchError` when the unit does not show it. */
export async function linesOf(
  bench: Bench,
  unit: UnitName,
  context: string | undefined,
  which: Which,
): Promise<readonly string[]> {
  const { answer, unanswered } = await putCommand(bench.consoles[unit], bench, `show ${which}-config`, {
    context,
  });
  if (answer?.outcome !== 'accepted')
    throw new BenchError(
      `${unit} console`,
      `show ${which}-config was not shown: ${unanswered ?? answer?.text.trim() ?? 'no answer'}`,
    );
  return answer.text.split('\n').filter((line) => !fleeting.test(line));
}
