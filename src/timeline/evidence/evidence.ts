import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Clock } from '../../clock.ts';
import { chunksOf } from '../chunks-of.ts';
import { manifestBytes, writeManifest } from '../manifest.ts';
import type { Manifest, RecordedFile } from '../manifest.ts';
import type { RunFolder } from '../run-folder.ts';
import { digestOf, namePattern } from './chain-line.ts';
import { CheckedFile } from './checked-file.ts';
import { Checksums } from './checksums.ts';

/** A file is put on the chain when it has so many bytes more, and all of them after so many milliseconds. */
const chainedBytes = 256 << 10;
const chainedEveryMs = 5000;

/**
 * The files of a run while it is played. What they hold is chained in `checksums.ndjson` as it is written, so that a
 * run that was killed, or whose disk was full, still proves all but its last seconds.
 */
export class Evidence {
  readonly #places: RunFolder;
  readonly #clock: Clock;
  readonly #checksums: Checksums;
  readonly #open = new Set<CheckedFile>();
  readonly #recorded: RecordedFile[] = [];
  #chainedMs: number;

  /** Begins the chain, and with it the run; `begun` is the manifest as far as it is known by then. */
  constructor(places: RunFolder, begun: Manifest, clock: Clock) {
    this.#places = places;
    this.#clock = clock;
    this.#chainedMs = clock.nowMs();
    this.#checksums = new Checksums(places.checksums);
    this.#checksums.add({ what: 'begun', manifest: digestOf(manifestBytes(begun)) });
    this.#checksums.sync();
    writeManifest(places.manifest, begun);
  }

  /** Creates a file of the run; `name` is relative to its folder. */
  file(name: string): CheckedFile {
    const file = new CheckedFile(join(this.#places.folder, name), name, this.#checksums);
    this.#open.add(file);
    return file;
  }

  /** No more is written into this file. */
  end(file: CheckedFile): void {
    this.#open.delete(file);
    this.#recorded.push(file.end());
  }

  /** Call after each write: puts on the chain what is due. */
  wrote(file: CheckedFile): void {
    const nowMs = this.#clock.nowMs();
    if (nowMs - this.#chainedMs >= chainedEveryMs) {
      this.#chainedMs = nowMs;
      for (const each of this.#open) each.chain();
    } else if (file.pending >= chainedBytes) file.chain();
  }

  /** Puts every file of the folder on the chain and seals it with the last manifest, which is given their digests. */
  seal(manifest: (files: readonly RecordedFile[]) => Manifest): void {
    for (const file of this.#open) this.end(file);
    const known = new Set(this.#recorded.map(({ name }) => name));
    for (const name of filesBeside(this.#places))
      if (!known.has(name)) this.#recorded.push(this.#chainWhole(name));
    const ended = manifest(this.#recorded.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
    // The seal comes first: a manifest that says that the run ended, and a chain that does not, was cut by somebody.
    this.#checksums.add({ what: 'ended', manifest: digestOf(manifestBytes(ended)) });
    this.#checksums.sync();
    this.#checksums.close();
    writeManifest(this.#places.manifest, ended);
  }

  /** Closes all files without an end of the run. What can still be put on the chain is; a full disk takes nothing. */
  abandon(): void {
    for (const file of this.#open) {
      try {
        file.end();
      } catch {
        // The reader is told how far it is proven.
      }
      file.close();
    }
    this.#open.clear();
    this.#checksums.close();
  }

  /** Of a file that others wrote, such as the journal. */
  #chainWhole(name: string): RecordedFile {
    let bytes = 0;
    const whole = createHash('sha256');
    for (const chunk of chunksOf(join(this.#places.folder, name))) {
      whole.update(chunk);
      this.#checksums.add({
        what: 'chunk',
        file: name,
        offset: bytes,
        length: chunk.length,
        sha256: digestOf(chunk),
      });
      bytes += chunk.length;
    }
    return { name, bytes, sha256: whole.digest('hex') };
  }
}

/** Files of the folder, one folder deep, that the chain itself is not about. */
function filesBeside({ folder, checksums, manifest }: RunFolder): readonly string[] {
  const ours = new Set([checksums, manifest].map((path) => relative(folder, path)));
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => relative(folder, path))
    .filter((name) => namePattern.test(name) && !ours.has(name))
    .toSorted();
}
