import { UsageError } from '../errors.ts';
import { suggestion } from '../nearest.ts';
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
    throw new UsageError(
      `${quoted(command)} is no command that can be read${suggestion(command.trim(), known)}`,
    );
  if (next?.weight === best.weight) {
    const either = weighed.filter(({ weight }) => weight === best.weight).map(({ parser }) => parser.command);
    throw new UsageError(`${quoted(command)} is short for ${either.join(' and for ')}; write more of it`);
  }
  return best.parser;
}

const known = parsers.map(({ command }) => command);

const quoted = (text: string): string => JSON.stringify(text);
