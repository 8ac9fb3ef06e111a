import { z } from 'zod';
import { messageOf } from '../../errors.ts';
import { changedShape } from './changed.ts';

const intentShape = z
  .object({
    /** Not given twice, on whatever machine. */
    intent: z.string(),
    /** The folder of the run or audit that changed it, or `by hand`. */
    run: z.string(),
    /** Its place among the changes of that run. */
    order: z.number().int(),
    when: z.iso.datetime(),
    restores: z.string(),
    of: changedShape,
  })
  .readonly();

const mendedShape = z.object({ mended: z.string(), when: z.iso.datetime() }).readonly();

/** A line of a journal: what is about to be changed, or that it was seen to be back. */
export type JournalLine = z.input<typeof intentShape> | z.input<typeof mendedShape>;

/** An intent as it stands in a journal. */
export type WrittenIntent = z.output<typeof intentShape>;

/** What a journal says. */
export interface JournalRead {
  /** What is not as it was, the first first. */
  readonly open: readonly WrittenIntent[];
  /** What is known to be back. */
  readonly mended: ReadonlySet<string>;
  /** Lines that cannot be read, in words: nobody knows what they held open. */
  readonly unread: readonly string[];
}

/** How lines begin: one that was torn is a piece of this, or begins so. */
const beginnings = ['{"intent":"', '{"mended":"'];

/** Whether text without an end of line is the beginning of one that a kill or a full disk cut off. */
export function isTorn(text: string): boolean {
  return beginnings.some((begun) => text.startsWith(begun) || begun.startsWith(text)) && !isJson(text);
}

/**
 * Reads a journal. A last line that was torn had changed nothing yet, for what is changed is changed after its line is
 * on the disk; any other line that is not understood is told.
 */
export function readJournal(text: string): JournalRead {
  const intents = new Map<string, WrittenIntent>();
  const mended = new Set<string>();
  const unread: string[] = [];
  const lines = text.split('\n');
  for (const [at, line] of lines.entries()) {
    if (line === '' || (at === lines.length - 1 && isTorn(line))) continue;
    const read = readLine(line);
    if (typeof read === 'string') unread.push(`line ${at + 1}: ${read}`);
    else if ('mended' in read) mended.add(read.mended);
    else intents.set(read.intent, read);
  }
  return { open: [...intents.values()].filter(({ intent }) => !mended.has(intent)), mended, unread };
}

function readLine(line: string): WrittenIntent | z.output<typeof mendedShape> | string {
  try {
    const read: unknown = JSON.parse(line);
    const isMended = typeof read === 'object' && read !== null && 'mended' in read;
    const shaped = (isMended ? mendedShape : intentShape).safeParse(read);
    return shaped.success ? shaped.data : z.prettifyError(shaped.error).replaceAll(/\s+/g, ' ');
  } catch (error) {
    return messageOf(error);
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
