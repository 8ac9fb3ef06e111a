import { chmodSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { BenchError } from '../../errors.ts';

/** Where everything lies that is kept of a bench between runs: beside its topology, and for whoever owns it alone. */
export interface BenchFolder {
  readonly folder: string;
  /** What is not as it was: intents of runs and of hands, until each is seen to be back. */
  readonly journal: string;
  /** Who holds the bench, and who held it: a folder. */
  readonly lease: string;
  /** When power was cut from which unit. */
  readonly cycles: string;
  /** What the units ran with and had saved before a run configured them. */
  readonly configurations: string;
}

/**
 * `rack.bench/` beside `rack.yaml`; beside the file itself where a link leads to it, so that it is one bench by whatever
 * name. Makes nothing. Throws what the operating system says of a file that is not there.
 */
export const benchFolderBeside = (topologyPath: string): BenchFolder =>
  benchFolderAt(`${realpathSync(topologyPath).replace(/\.ya?ml$/, '')}.bench`);

/** The layout of such a folder. Makes nothing. */
export function benchFolderAt(folder: string): BenchFolder {
  return {
    folder,
    journal: join(folder, 'journal.ndjson'),
    lease: join(folder, 'lease'),
    cycles: join(folder, 'cycles.ndjson'),
    configurations: join(folder, 'configurations'),
  };
}

/**
 * Makes the folder if it is not there yet, mode 0700. Throws what the operating system says, and `BenchError` for a link
 * that somebody else put there: it may lead to any folder of ours.
 */
export function makeBenchFolder({ folder }: BenchFolder): void {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found?.isSymbolicLink() && found.uid !== process.getuid?.())
    throw new BenchError(folder, 'is a link that somebody else put there; nothing is kept behind it');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
}
