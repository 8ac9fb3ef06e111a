import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'] as const;

/** The path of the browser of this name, or of the first Chromium or Chrome, in the PATH; a path is its own. */
export function findBrowser(named?: string, path = process.env['PATH'] ?? ''): string | undefined {
  if (named !== undefined && isAbsolute(named)) return named;
  const folders = path.split(delimiter).filter(Boolean);
  const wanted = named === undefined ? names : [named];
  return wanted.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
