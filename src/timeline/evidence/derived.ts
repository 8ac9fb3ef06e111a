import { createHash } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BenchError, messageOf } from '../../errors.ts';
import { chunksOf, smallFile } from '../chunks-of.ts';
import { digestOf, namePattern } from './chain-line.ts';
import type { Listed } from './list-folder.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const derivedShape = z.strictObject({
  format: z.literal(1),
  /** The digest of the last line of the chain when they were made. */
  evidence: digest,
  files: z
    .array(z.strictObject({ name: z.string().regex(namePattern), bytes: z.int(), sha256: digest }))
    .max(100),
});

/** What was made from the evidence of a run, such as its verdict, and from which evidence. */
export type Derived = z.output<typeof derivedShape>;

const file = 'derived.json';
/** No report is longer; of a file that is, no more is read. */
const longestMade = 1 << 30;

/**
 * Writes files that were made from the evidence of a run, and beside them what they were made from: they come after
 * its end, may be made again, and are never evidence themselves. `head` is that of the chain. Throws `BenchError` when
 * one cannot be written.
 */
export function putDerived(folder: string, head: string, made: ReadonlyMap<string, string>): void {
  const before = derivedOf(folder);
  const kept = before?.evidence === head ? before.files.filter(({ name }) => !made.has(name)) : [];
  const files = Array.from(made, ([name, text]) => {
    const bytes = Buffer.from(text);
    return { name, bytes: bytes.length, sha256: digestOf(bytes) };
  });
  for (const [name, text] of made) replace(folder, name, text);
  const all = [...kept, ...files].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  replace(folder, file, `${JSON.stringify({ format: 1, evidence: head, files: all }, undefined, 2)}\n`);
}

/** Written aside and put in place whole: a link that lies there is replaced, never written through. */
function replace(folder: string, name: string, text: string): void {
  const path = join(folder, name);
  const aside = `${path}.new`;
  try {
    rmSync(aside, { force: true });
    writeFileSync(aside, text, { mode: 0o600, flag: 'wx' });
    renameSync(aside, path);
  } catch (cause) {
    const why = `${name} cannot be written: ${messageOf(cause)}; look at the space and the rights there`;
    throw new BenchError(`report in ${folder}`, why, { cause });
  }
}

/** How one file that was made later stands. */
export interface Made {
  readonly name: string;
  readonly bytes: number;
  /** Absent where it is as it was made from this very evidence. */
  readonly fault?: string;
}

/** Holds what was made later against what is said of it. `names` are those of files that are no evidence. */
export function heldDerived(
  folder: string,
  head: string,
  listing: ReadonlyMap<string, Listed>,
): { readonly made: readonly Made[]; readonly fault?: string } {
  if (!listing.has(file)) return { made: [] };
  const derived = derivedOf(folder);
  if (!derived) return { made: [], fault: `${file} cannot be read: judge the run again` };
  const made = derived.files.map((each) => madeOf(folder, each, listing.get(each.name)));
  return derived.evidence === head
    ? { made }
    : { made, fault: `${file} speaks of other evidence than lies here: judge the run again` };
}

function madeOf(
  folder: string,
  { name, sha256 }: Derived['files'][number],
  listed: Listed | undefined,
): Made {
  if (!listed || 'no' in listed) {
    const fault = `${name} is ${listed ? listed.no : 'not there, though it was made'}: judge the run again`;
    return { name, bytes: 0, fault };
  }
  const { bytes } = listed;
  const isSame = digestOfFile(join(folder, name)) === sha256;
  return isSame
    ? { name, bytes }
    : { name, bytes, fault: `${name} is not as it was made: judge the run again` };
}

function derivedOf(folder: string): Derived | undefined {
  try {
    const read = derivedShape.safeParse(JSON.parse(smallFile(join(folder, file)).toString('utf8')));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

function digestOfFile(path: string): string | undefined {
  const hash = createHash('sha256');
  try {
    for (const bytes of chunksOf(path, 0, longestMade)) hash.update(bytes);
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}
