import { existsSync, lstatSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Clock } from '../../clock.ts';
import { UsageError } from '../../errors.ts';
import { JournalFile } from '../journal/journal-file.ts';
import { runJournalPath } from '../journal/journal.ts';
import type { WrittenIntent } from '../journal/read-journal.ts';
import { makeBenchFolder } from '../kept/bench-folder.ts';
import type { BenchFolder } from '../kept/bench-folder.ts';

/** What of a bench is not as it was, the first first, and lines of its journals that are not understood. */
export interface OpenIntents {
  readonly open: readonly WrittenIntent[];
  readonly unread: readonly string[];
}

/**
 * What stands in the journal of a bench, and in that of a run as well where one is named, by its file or the folder of
 * the run: whoever recovers on another machine has that one alone. It is not written to; what is put back is noted in the
 * journal of the bench. Throws `UsageError` where there is none of that name.
 */
export function openIntents(kept: BenchFolder, named?: string): OpenIntents {
  const ofBench = new JournalFile(kept.journal).read();
  if (named === undefined) return ofBench;
  const ofRun = new JournalFile(journalAt(named)).read();
  const known = new Set(ofRun.open.map(({ intent }) => intent));
  const open = [...ofRun.open, ...ofBench.open.filter(({ intent }) => !known.has(intent))]
    .filter(({ intent }) => !ofBench.mended.has(intent) && !ofRun.mended.has(intent))
    .toSorted((one, other) => Date.parse(one.when) - Date.parse(other.when));
  return { open, unread: [...ofBench.unread, ...ofRun.unread.map((words) => `${named}, ${words}`)] };
}

/** Notes that something was seen to be as it was. */
export function closeIntent(kept: BenchFolder, clock: Clock, { intent: mended }: WrittenIntent): void {
  makeBenchFolder(kept);
  new JournalFile(kept.journal).append({ mended, when: clock.wall().toISOString() });
}

/** Where the texts lie that the intents of a run refer to: beside the journal that is named, and with the bench. */
export const textFolders =
  (kept: BenchFolder, named?: string) =>
  (run: string): readonly string[] => [
    ...(named === undefined ? [] : [join(dirname(journalAt(named)), 'configurations')]),
    join(kept.configurations, run),
  ];

/** Far beyond what a run ever wrote. */
const mostBytes = 20_000_000;

function journalAt(named: string): string {
  const path = existsSync(named) && statSync(named).isDirectory() ? runJournalPath(named) : named;
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found?.isFile() && found.size <= mostBytes) return path;
  if (found) throw new UsageError(`${path} is no file that a run keeps its journal in`);
  throw new UsageError(`there is no journal ${path}; name the folder of a run, or the journal.ndjson in it`);
}
