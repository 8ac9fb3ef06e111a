/** Where things of this installation lie, whether it runs from a clone or from a package. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Topology } from '../topology/index.ts';

export { frontDoor, suiteFile, suiteNames } from '../suite/bundled.ts';

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

/**
 * The suite that is played when none is named: the first questions to a pair of this mode. The others take longer, and
 * are played by name.
 */
export const firstSuiteOf = ({ pair: { mode } }: Topology): Topology['pair']['mode'] => mode;
