import { UnreadLineError } from '../../errors.ts';
import type { OutputLine } from './output-line.ts';
import { outputLines } from './output-line.ts';
import { isEcho, isParting, isPreparation, isPrompt } from './prompt.ts';

/** Says what one line means, or `undefined` if it is not a line of this kind. */
export type LineReader<T> = (text: string) => T | undefined;

/** The same, with the column where the line began: a hint, because many captures have lost it. */
export type PlacedReader<T> = (text: string, column: number) => T | undefined;

/**
 * A place in the output of one command. Lines are consumed only by being read, and `end` refuses what is left:
 * so each non-blank line has either become a fact or raised an `UnreadLineError`.
 */
export interface Cursor {
  /** The next line, not consumed; `undefined` at the end. */
  readonly peek: () => string | undefined;
  /** Consumes the next line if the reader knows it. */
  readonly read: <T>(reader: PlacedReader<T>) => T | undefined;
  /** Consumes the next lines for as long as the reader knows them. */
  readonly readAll: <T>(reader: PlacedReader<T>) => readonly T[];
  /** Consumes the next line, or throws `UnreadLineError` with what was expected. */
  readonly need: <T>(reader: PlacedReader<T>, expected: string) => T;
  /** Throws `UnreadLineError` for the next line, or for the end of the output. */
  readonly refuse: (expected: string) => never;
  /** Throws `UnreadLineError` if a line is left. */
  readonly end: (expected: string) => void;
}

/**
 * Opens the output of `usage` (a command in the notation of `command-form.ts`). The echo of the command above it, with
 * or without the prompt before it, is read as such, and so is what else a session shows around an output: other
 * commands and their passwords before the echo, prompts at either end, and how the session was left.
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
  const read = <T>(reader: PlacedReader<T>): T | undefined => {
    const line = lines[at];
    const fact = line === undefined ? undefined : reader(line.text, line.column);
    if (fact !== undefined) at += 1;
    return fact;
  };
  const readAll = <T>(reader: PlacedReader<T>): readonly T[] => {
    const facts: T[] = [];
    for (let fact = read(reader); fact !== undefined; fact = read(reader)) facts.push(fact);
    return facts;
  };
  const need = <T>(reader: PlacedReader<T>, expected: string): T => read(reader) ?? refuse(expected);
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

/** Where the output begins: behind the echo, if nothing but the preparations of a session stands before it. */
function behindEcho(usage: string, lines: readonly OutputLine[], from: number): number {
  for (let at = from; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? '';
    if (isEcho(usage, text)) return at + 1;
    if (!isPreparation(text)) break;
  }
  return from;
}

function withoutPrompts(usage: string, lines: readonly OutputLine[]): Output {
  let from = 0;
  let to = lines.length;
  const textAt = (at: number): string => (from < to ? (lines[at]?.text ?? '') : '');
  while (isPrompt(textAt(from))) from += 1;
  from = behindEcho(usage, lines, from);
  while (isPrompt(textAt(to - 1)) || isParting(textAt(to - 1))) to -= 1;
  const endNumber = lines[to]?.number ?? (lines.at(-1)?.number ?? 0) + 1;
  return { lines: lines.slice(from, to), endNumber };
}
