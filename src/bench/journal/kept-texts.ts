import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { BenchError } from '../../errors.ts';
import { syncFolder } from './sync-folder.ts';

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

const isThere = (path: string, sha256: string): boolean =>
  existsSync(path) && digestOf(readFileSync(path, 'utf8')) === sha256;

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
