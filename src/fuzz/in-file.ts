import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string | undefined;

/** What reading a file with these bytes gives; the file is the only one in its folder, and its name stays the same. */
export function inFile<T>(input: Uint8Array, name: string, read: (path: string) => T): T {
  folder ??= newFolder();
  const path = join(folder, name);
  writeFileSync(path, input, { mode: 0o600 });
  return read(path);
}

/** One folder for a whole process: hundreds of thousands are written and removed otherwise. */
function newFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'fover-fuzz-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  return made;
}
