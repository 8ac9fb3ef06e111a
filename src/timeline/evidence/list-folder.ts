import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What lies in the folder of a run under a name: bytes, or something that is never opened, and why. */
export type Listed = { readonly bytes: number } | { readonly no: string };

/** No run has more files; a folder that does is not gone through any further. */
const filesAtMost = 10_000;

/**
 * Everything in a folder and in the folders below it, by name. Links are not followed, and what is no file, such as a
 * pipe, is listed as such: a folder that somebody sends may hold anything.
 */
export function listFolder(folder: string): ReadonlyMap<string, Listed> {
  const found = new Map<string, Listed>();
  const look = (below: string): void => {
    for (const { name } of readdirSync(join(folder, below), { withFileTypes: true })) {
      if (found.size >= filesAtMost) return;
      const path = below === '' ? name : `${below}/${name}`;
      const it = lstatSync(join(folder, path), { throwIfNoEntry: false });
      if (!it) continue;
      // One folder deep lie the consoles; what lies deeper is no part of a run.
      if (it.isDirectory() && below === '') look(path);
      else
        found.set(
          path,
          it.isFile() ? { bytes: it.size } : { no: it.isSymbolicLink() ? 'a link' : 'no file' },
        );
    }
  };
  look('');
  return found;
}
