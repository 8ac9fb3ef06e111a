import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Puts the names in a folder on the disk: a new file is not safe before its folder is. */
export function syncFolder(path: string): void {
  // Windows knows no such thing.
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
