import { UnreadLineError } from '../../errors.ts';
import type { OutputLine } from './output-line.ts';
import { outputLines } from './output-line.ts';
import { isEcho, isPrompt } from './prompt.ts';

/** Says what one line means, or `undefined` if it is not a line of this kind. */
export type LineReader<T> = (text: string) => T | undefined;

/**
 * A place in the output of one command. Lines are consumed only by being read, and `end` refuses what is left:
 * so each non-blank line has either become a fact or raised an `UnreadLineError`.
 */
export interface Cursor {
  /** The next line, not consumed; `undefined` at the end. */
  readonly peek: () => string | undefined;
  /** Consumes the next line if the reader knows it. */
  readonly read: <T>(reader: LineReader<T>) => T | undefined;
  /** Consumes the next lines for as long as the reader knows them. */
  readonly readAll: <T>(reader: LineReader<T>) => readonly T[];
  /** Consumes the next line, or throws `UnreadLineError` with what was expected. */
  readonly need: <T>(reader: LineReader<T>, expected: string) => T;
  /** Throws `UnreadLineError` for the next line, or for the end of the output. */
  readonly refuse: (expected: string) => never;
  /** Throws `UnreadLineError` if a line is left. */
  readonly end: (expected: string) => void;
}

/**
 * Opens the output of `usage` (a command in the notation of `command-form.ts`). The echo of the command as the
 * first line, with or without the prompt before it, and lines that are nothing but a prompt at either end are read as
 * such.
 */
export function openOutput(command: string, usage: string, text: string): Cursor {
  const { lines, endNumber } = withoutPrompts(usage, outputLines(text));
  let at = 0;

  const peek = (): string | undefined => lines[at]?.text;
  const refuse = (expected: string): never => {
    // A prompt ends the output: what is out of place then is the text after it.
    const after = lines.slice(at).find(({ text: own }) => !isPrompt(own));
    const line = isPrompt(peek() ?? '') ? after : lines[at];
    throw new UnreadLineError(command, line?.number ?? endNumber, line?.raw ?? '', `expected ${expected}`);
  };
  const read = <T>(reader: LineReader<T>): T | undefined => {
    const line = peek();
    const fact = line === undefined ? undefined : reader(line);
    if (fact !== undefined) at += 1;
    return fact;
  };
  const readAll = <T>(reader: LineReader<T>): readonly T[] => {
    const facts: T[] = [];
    for (let fact = read(reader); fact !== undefined; fact = read(reader)) facts.push(fact);
    return facts;
  };
  const need = <T>(reader: LineReader<T>, expected: string): T => read(reader) ?? refuse(expected);
  const end = (expected: string): void => {
    if (peek() !== undefined) refuse(expected);
  };
  return { peek, read, readAll, need, refuse, end };
}

interface Output {
  readonly lines: readonly OutputLine[];
  /** The line where more would have to stand. */
  readonly endNumber: number;
}

function withoutPrompts(usage: string, lines: readonly OutputLine[]): Output {
  let from = 0;
  let to = lines.length;
  const promptAt = (at: number): boolean => from < to && isPrompt(lines[at]?.text ?? '');
  while (promptAt(from)) from += 1;
  if (from < to && isEcho(usage, lines[from]?.text ?? '')) from += 1;
  while (promptAt(to - 1)) to -= 1;
  const endNumber = lines[to]?.number ?? (lines.at(-1)?.number ?? 0) + 1;
  return { lines: lines.slice(from, to), endNumber };
}
