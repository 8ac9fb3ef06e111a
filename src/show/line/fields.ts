import type { Cursor, LineReader } from './cursor.ts';

/** A reader of lines that each state one or more fields of `Facts`. */
export type FieldReader<Facts> = LineReader<Partial<Facts>>;

/**
 * Reads lines in any order for as long as one of the readers knows them. A line that states a field a second
 * time is left unread: two outputs run into one another, and neither can be trusted.
 */
export function readFields<Facts extends object>(
  cursor: Cursor,
  readers: readonly FieldReader<Facts>[],
): Partial<Facts> {
  let facts: Partial<Facts> = {};
  const reader = (text: string): Partial<Facts> | undefined => {
    const found = firstOf(readers, text);
    return found !== undefined && Object.keys(found).some((key) => key in facts) ? undefined : found;
  };
  for (let more = cursor.read(reader); more !== undefined; more = cursor.read(reader)) {
    facts = { ...facts, ...more };
  }
  return facts;
}

/** What the first of the readers that knows the line makes of it. */
export function firstOf<T>(readers: readonly LineReader<T>[], text: string): T | undefined {
  for (const reader of readers) {
    const fact = reader(text);
    if (fact !== undefined) return fact;
  }
  return undefined;
}

/** A reader for lines of one shape: `make` gets the groups of the match, and may still say `undefined`. */
export function shaped<T>(shape: RegExp, make: (...groups: string[]) => T | undefined): LineReader<T> {
  return (text) => {
    const match = shape.exec(text);
    return match === null
      ? undefined
      : make(...match.slice(1).map((group: string | undefined) => group ?? ''));
  };
}
