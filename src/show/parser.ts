import type { Cursor } from './line/cursor.ts';
import { openOutput } from './line/cursor.ts';

/** Reads the output of one command. Pure: the same text gives the same facts, and nothing else is looked at. */
export interface ShowParser<Facts> {
  /** The command as one types it, without what may follow. */
  readonly command: string;
  /** The whole form of the command, in the notation of `line/command-form.ts`. */
  readonly usage: string;
  /** Throws `UnreadLineError`, with the number of the line, for a line that it does not know. */
  readonly parse: (text: string) => Facts;
}

/** A parser for the command of that form. What `read` leaves of the output is refused. */
export function showParser<Facts>(usage: string, read: (cursor: Cursor) => Facts): ShowParser<Facts> {
  const bareWords = usage.split(' ').filter((word) => !/^[[<]/.test(word));
  const command = bareWords.join(' ');
  const parse = (text: string): Facts => {
    const cursor = openOutput(command, usage, text);
    const facts = read(cursor);
    cursor.end('a further line of the last section, or the end of the output');
    return facts;
  };
  return { command, usage, parse };
}
