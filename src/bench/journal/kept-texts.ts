import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BenchError } from '../../errors.ts';
import { savedShape } from './changed.ts';
import { syncFolder } from '../kept/sync-folder.ts';

/** A text in a file of its own, and its digest. */
export interface KeptText {
  readonly file: string;
  readonly sha256: string;
}

/**
 * Writes a text into each of the folders, under its name and the beginning of its digest; it is on the disk when this
 * returns. What is there already is left. Throws what the operating system says.
 */
export function keepText(folders: readonly string[], name: string, text: string): KeptText {
  const sha256 = digestOf(text);
  const file = `${name.replaceAll(/[^\w.-]/g, '_')}.${sha256.slice(0, 12)}.txt`;
  for (const folder of folders) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isThere(join(folder, file), sha256)) write(join(folder, file), text);
    syncFolder(folder);
  }
  return { file, sha256 };
}

/** The list of what was kept before a run configured anything. */
const listName = 'saved.json';

const listShape = z.object({ when: z.iso.datetime(), saved: z.array(savedShape).readonly() }).readonly();

/** The list of what was kept of one run, and when. */
export type KeptList = z.output<typeof listShape>;

/** Writes the list into each of the folders, in place of one that is there. */
export function keepList(folders: readonly string[], list: KeptList): void {
  for (const folder of folders) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, listName);
    write(`${path}.new`, `${JSON.stringify(list)}\n`);
    renameSync(`${path}.new`, path);
    syncFolder(folder);
  }
}

/** Reads the list in a folder; undefined where there is none. Throws `BenchError` for one that is not understood. */
export function readList(folder: string): KeptList | undefined {
  const path = join(folder, listName);
  if (!existsSync(path)) return undefined;
  try {
    return listShape.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new BenchError('configurations', `${path} is not understood`, { cause: error });
  }
}

/** Reads it from the first of the folders that has it whole. Throws `BenchError` where none does. */
export function readText(folders: readonly string[], { file, sha256 }: KeptText): string {
  const found = folders.find((folder) => isThere(join(folder, file), sha256));
  if (found !== undefined) return readFileSync(join(found, file), 'utf8');
  throw new BenchError(
    'journal',
    `${file} is not in ${folders.join(' nor in ')}, or is not what was written there; what it held is to be put back`,
  );
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Far beyond every configuration. */
const mostBytes = 20_000_000;

/** A pipe that somebody put in its place would never end. */
function isThere(path: string, sha256: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return (
    found?.isFile() === true && found.size <= mostBytes && digestOf(readFileSync(path, 'utf8')) === sha256
  );
}

function write(path: string, text: string): void {
  const file = openSync(path, 'w', 0o600);
  try {
    const bytes = Buffer.from(text);
    if (writeSync(file, bytes) < bytes.length) throw new Error(`${path} could not be written: disk full`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
