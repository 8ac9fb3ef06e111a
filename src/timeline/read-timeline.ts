import { statSync } from 'node:fs';
import type { z } from 'zod';
import { UsageError, messageOf } from '../errors.ts';
import { entryShape } from './entry-shape.ts';
import type { Entry } from './entry.ts';
import { timelineParts } from './evidence/timeline-parts.ts';
import type { TimelinePart } from './evidence/timeline-parts.ts';
import { linesOf } from './lines-of.ts';
import type { Line } from './lines-of.ts';

/** A timeline as found: every entry that could be read, in the order of the file, and a sentence for each line that could not. */
export interface TimelineRead {
  readonly entries: readonly Entry[];
  readonly doubts: readonly string[];
}

/** An entry, and where its line lies in the file. */
export interface PlacedEntry {
  readonly entry: Entry;
  /** The name of the file in which its line lies: a long timeline has several. */
  readonly file: string;
  /** The place of its first byte in that file, from 0. */
  readonly offset: number;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads the timeline of a run whole: its folder, or the file itself. What the entries say together (missing numbers,
 * no end) is for the judge. Throws `UsageError` only when there is no such file.
 */
export function readTimeline(folderOrFile: string): TimelineRead {
  const doubts: string[] = [];
  const entries = Array.from(
    placedEntries(folderOrFile, (doubt) => doubts.push(doubt)),
    ({ entry }) => entry,
  );
  return { entries, doubts };
}

/**
 * Reads a timeline entry by entry, holding one line at a time. Whatever the file holds, a line is either an entry or
 * a doubt. Throws `UsageError` only when there is no such file.
 */
export function* placedEntries(
  folderOrFile: string,
  doubt: (sentence: string) => void,
): Generator<PlacedEntry, void, undefined> {
  for (const { name, path } of partsAt(folderOrFile)) {
    let count = 0;
    for (const line of linesAt(folderOrFile, path)) {
      count++;
      const read = readLine(line);
      if (read.doubt !== undefined) doubt(`${name}, line ${count}: ${read.doubt}`);
      if (read.entry) yield { entry: read.entry, file: name, offset: line.offset };
    }
  }
}

/** The files of a timeline in their order: those in a folder, or the only one that was named. */
function partsAt(folderOrFile: string): readonly TimelinePart[] {
  try {
    if (!statSync(folderOrFile).isDirectory()) return [{ name: 'timeline.ndjson', path: folderOrFile }];
    const parts = timelineParts(folderOrFile);
    if (parts.length === 0) throw new Error('no timeline.ndjson in it');
    return parts;
  } catch (error) {
    throw unreadable(folderOrFile, error);
  }
}

function* linesAt(folderOrFile: string, path: string): Generator<Line, void, undefined> {
  try {
    yield* linesOf(path);
  } catch (error) {
    throw unreadable(folderOrFile, error);
  }
}

function unreadable(folderOrFile: string, cause: unknown): UsageError {
  const why = messageOf(cause);
  return new UsageError(`${folderOrFile} holds no timeline that can be read: ${why}`, { cause });
}

interface LineRead {
  readonly entry?: Entry;
  readonly doubt?: string;
}

function readLine({ bytes, torn, cut }: Line): LineRead {
  if (cut) return { doubt: `is longer than any entry: ${beginning(bytes)}` };
  let found: unknown;
  try {
    found = JSON.parse(utf8.decode(bytes));
  } catch {
    return {
      doubt: torn ? 'is torn; the recording was broken off here' : `is no entry: ${beginning(bytes)}`,
    };
  }
  const read = entryShape.safeParse(found);
  if (!read.success) return { doubt: `is no entry of a known shape: ${complaint(read.error)}` };
  if (torn) return { entry: read.data, doubt: 'has no end of line; the recording was broken off here' };
  if (words(read.data) !== words(found))
    return { entry: read.data, doubt: 'carries more than is known; the rest was left out' };
  return { entry: read.data };
}

/** How many named values there are, however deep; no entry is deeper than ten, and a file may be hostile. */
function words(value: unknown, depth = 10): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth === 0) return Infinity;
  return Object.values(value).reduce((sum: number, member: unknown) => sum + 1 + words(member, depth - 1), 0);
}

function complaint(error: z.ZodError): string {
  const [first] = error.issues;
  if (!first) return 'it cannot be told why';
  const where = first.path.length === 0 ? '' : ` at ${JSON.stringify(first.path.join('.').slice(0, 80))}`;
  return `${first.message.slice(0, 160)}${where}`;
}

/** The first characters, printable ones only: enough to find the line, nothing that a terminal would obey. */
function beginning(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.subarray(0, 40))
    .toString('latin1')
    .replaceAll(/[^ -~]/g, '·');
  return JSON.stringify(text);
}
