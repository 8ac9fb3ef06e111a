/** Where suites lie: those that come with fover by name, all others by path. */
import { existsSync, readdirSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { UsageError } from '../errors.ts';

/** The suites that come with the package, compiled or not: whichever this file is. */
const suiteFolder = resolve(import.meta.dirname, '../../suites');
const extension = extname(import.meta.filename);

/** The URL of the front door, for suites that import `fover`. */
export const frontDoor = new URL(`../index${extension}`, import.meta.url).href;

/** Names of the suites that come with the package. */
export function suiteNames(): readonly string[] {
  return readdirSync(suiteFolder)
    .filter((name) => /\.(js|ts)$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => name.replace(/\.(js|ts)$/, ''))
    .toSorted();
}

/** The file of a suite that was named on a command line: one of ours by name, or a path. Throws `UsageError`. */
export function suiteFile(nameOrPath: string): string {
  if (suiteNames().includes(nameOrPath)) return join(suiteFolder, `${nameOrPath}${extension}`);
  const path = resolve(nameOrPath);
  if (existsSync(path)) return path;
  throw new UsageError(`no suite ${nameOrPath}: give a path, or one of ${suiteNames().join(', ')}`);
}
