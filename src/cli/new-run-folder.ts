import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { realClock } from '../clock.ts';
import { messageOf, UsageError } from '../errors.ts';

/**
 * Makes `<reports>/<time>-<topology>`, the time in UTC; with a number behind it if another run has just begun. Throws
 * `UsageError` where no folder can be made.
 */
export function newRunFolder(reports: string, name: string): string {
  const time = realClock.wall().toISOString().replaceAll(/[:.]/g, '-').slice(0, 19);
  try {
    makeFolders(resolve(reports));
    for (let count = 1; ; count++) {
      const folder = join(reports, `${time}-${name}${count === 1 ? '' : `-${count}`}`);
      if (makeFolder(folder)) return folder;
    }
  } catch (error) {
    const why = messageOf(error);
    throw new UsageError(`--reports ${reports}: no folder for the run can be made there: ${why}`, {
      cause: error,
    });
  }
}

/** One by one: where a folder cannot be made, as in /proc, Node's own recursion never ends. */
function makeFolders(path: string): void {
  if (existsSync(path)) return;
  makeFolders(dirname(path));
  makeFolder(path);
}

/** False when it is there already: it is somebody else's, and evidence is never written over. */
function makeFolder(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
