import { join } from 'node:path';

/** Where everything of one run lies. */
export interface RunFolder {
  readonly folder: string;
  readonly timeline: string;
  readonly manifest: string;
  /** The chain of digests over everything else. */
  readonly checksums: string;
  readonly consoles: string;
}

/** The layout of `reports/<run>/`. */
export function runFolder(folder: string): RunFolder {
  const consoles = join(folder, 'console');
  return {
    folder,
    timeline: join(folder, 'timeline.ndjson'),
    manifest: join(folder, 'manifest.json'),
    checksums: join(folder, 'checksums.ndjson'),
    consoles,
  };
}
