import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

let folder: string | undefined;

/** What reading a file with these bytes gives; its name stays the same, and a folder may stand in it. */
export function inFile<T>(input: Uint8Array, name: string, read: (path: string) => T): T {
  folder ??= newFolder();
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, input, { mode: 0o600 });
  return read(path);
}

/** One folder for a whole process: hundreds of thousands are written and removed otherwise. */
function newFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'fover-fuzz-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  return made;
}
