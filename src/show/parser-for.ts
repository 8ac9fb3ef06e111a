import { UsageError } from '../errors.ts';
import { fits } from './line/command-form.ts';
import type { ShowParser } from './parser.ts';
import { parsers } from './parsers.ts';

/**
 * The parser of a command as it is typed, abbreviated or not (`sh fail`, `show run failover`). Where several fit,
 * the one with more words of its own: `show int ip brief` is not `show interface` of a port called `ip`. Throws
 * `UsageError` with the nearest commands for one that none fits, and for one that several fit equally.
 */
export function parserFor(command: string): ShowParser<unknown> {
  const weighed = parsers
    .map((parser) => ({ parser, weight: fits(parser.usage, command) ?? -1 }))
    .filter(({ weight }) => weight >= 0)
    .toSorted((a, b) => b.weight - a.weight);
  const [best, next] = weighed;
  if (best === undefined)
    throw new UsageError(`${quoted(command)} is no command that can be read; ${nearest(command)}`);
  if (next?.weight === best.weight) {
    const either = weighed.filter(({ weight }) => weight === best.weight).map(({ parser }) => parser.command);
    throw new UsageError(`${quoted(command)} is short for ${either.join(' and for ')}; write more of it`);
  }
  return best.parser;
}

const quoted = (text: string): string => JSON.stringify(text);

function nearest(command: string): string {
  const words = command.toLowerCase().trim().slice(0, 80);
  const byDistance = parsers
    .map(({ command: known }) => ({ known, distance: editDistance(words, known) }))
    .toSorted((a, b) => a.distance - b.distance);
  return `nearest are ${byDistance
    .slice(0, 3)
    .map(({ known }) => known)
    .join(', ')}`;
}

/** Letters to insert, delete or change to make one of the other (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of a.split('').entries()) {
    const next = [i + 1];
    for (const [j, other] of b.split('').entries()) {
      const change = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
