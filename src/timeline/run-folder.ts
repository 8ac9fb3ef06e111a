import { join } from 'node:path';
import type { UnitName } from '../pair/index.ts';

/** Where everything of one run lies. */
export interface RunFolder {
  readonly folder: string;
  readonly timeline: string;
  readonly manifest: string;
  readonly consoles: string;
  /** The bytes as they came, secrets masked. */
  consoleRaw(unit: UnitName): string;
  /** One line a chunk: offset, length, instant. */
  consoleIndex(unit: UnitName): string;
}

/** The layout of `reports/<run>/`. */
export function runFolder(folder: string): RunFolder {
  const consoles = join(folder, 'console');
  return {
    folder,
    timeline: join(folder, 'timeline.ndjson'),
    manifest: join(folder, 'manifest.json'),
    consoles,
    consoleRaw: (unit) => join(consoles, `${unit}.raw`),
    consoleIndex: (unit) => join(consoles, `${unit}.ndjson`),
  };
}
