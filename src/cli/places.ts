/** Where things of this installation lie, whether it runs from a clone or from a package. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { UsageError } from '../errors.ts';

const here = dirname(fileURLToPath(import.meta.url));

/** The folder of the package: the nearest one above with a package.json. */
export const packageFolder = ((): string => {
  for (let folder = here; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error(`no package.json above ${here}`);
  }
})();

/** The version in package.json, for manifests and `--version`. */
export const toolVersion = ((): string => {
  const described = z.object({ version: z.string() });
  return described.parse(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))).version;
})();

export const simulatedTopology = join(packageFolder, 'topologies', 'simulated.yaml');

/** The compiled suites that come with the package. */
const suiteFolder = resolve(here, '../../suites');

/** The URL of the front door, for suites that import `fover`. */
export const frontDoor = new URL(`../index${extname(fileURLToPath(import.meta.url))}`, import.meta.url).href;

/** Names of the suites that come with the package. */
export function suiteNames(): readonly string[] {
  return readdirSync(suiteFolder)
    .filter((name) => /\.(js|ts)$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => name.replace(/\.(js|ts)$/, ''))
    .toSorted();
}

/**
 * The suite that is played when none is named: the first questions to a pair, in less than two minutes on the
 * simulated bench. The others take longer, and are played by name.
 */
export const firstSuite = 'active-standby';

/** The file of a suite that was named on the command line: one of ours by name, or a path. Throws `UsageError`. */
export function suiteFile(nameOrPath: string): string {
  if (suiteNames().includes(nameOrPath))
    return join(suiteFolder, `${nameOrPath}${extname(fileURLToPath(import.meta.url))}`);
  const path = resolve(nameOrPath);
  if (existsSync(path)) return path;
  throw new UsageError(`no suite ${nameOrPath}: give a path, or one of ${suiteNames().join(', ')}`);
}
