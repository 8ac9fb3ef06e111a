import { readFileSync } from 'node:fs';
import { messageOf, UsageError } from '../errors.ts';
import { parserFor } from '../show/index.ts';
import { tellJson } from './say.ts';

/** Text of a show command in, JSON out. Throws `UnreadLineError` with the number of the line that is not understood. */
export function parse(command: string, file: string | undefined): number {
  const parser = parserFor(command);
  const facts = parser.parse(textOf(file));
  tellJson(facts, 2);
  return 0;
}

function textOf(file: string | undefined): string {
  try {
    return readFileSync(file === undefined || file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file ?? 'standard input'}: cannot be read: ${messageOf(error)}`, {
      cause: error,
    });
  }
}
