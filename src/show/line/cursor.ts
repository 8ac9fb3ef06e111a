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
 * Opens the output of `usage` (a command in the notation of `command-form.ts`). A first line that is the echo of the
 * command, with or without the prompt before it, and a last line that is a prompt are read as such.
 */
export function openOutput(command: string, usage: string, text: string): Cursor {
  const lines = withoutPrompts(usage, outputLines(text));
  const endNumber = (lines.at(-1)?.number ?? 0) + 1;
  let at = 0;

  const peek = (): string | undefined => lines[at]?.text;
  const refuse = (expected: string): never => {
    const line = lines[at];
    const found = line?.raw ?? '';
    throw new UnreadLineError(command, line?.number ?? endNumber, found, `expected ${expected}`);
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

function withoutPrompts(usage: string, lines: readonly OutputLine[]): readonly OutputLine[] {
  const first = lines[0];
  const afterEcho = first !== undefined && isEcho(usage, first.text) ? lines.slice(1) : lines;
  const last = afterEcho.at(-1);
  return last !== undefined && isPrompt(last.text) ? afterEcho.slice(0, -1) : afterEcho;
}
