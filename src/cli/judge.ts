import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import { formats, toText } from '../report/index.ts';
import { judge as judgeEntries } from '../judge/index.ts';
import type { Verdict } from '../judge/index.ts';
import { readManifest, readTimeline } from '../timeline/index.ts';
import type { Entry } from '../timeline/index.ts';

/**
 * Judges a stored run by nothing but its folder and writes the verdict in every format. `fover run` ends with
 * this very function, so that both give the same bytes.
 */
export function judgeFolder(folder: string): {
  readonly verdict: Verdict;
  readonly entries: readonly Entry[];
} {
  if (!existsSync(join(folder, 'timeline.ndjson')))
    throw new UsageError(
      `${folder}: no timeline.ndjson in it; give the folder of a run, such as reports/<run>`,
    );
  const { entries, doubts } = readTimeline(folder);
  const { manifest, doubts: manifestDoubts } = readManifest(folder);
  const verdict = judgeEntries(entries, {
    doubts: [...doubts, ...manifestDoubts],
    ...(manifest ? { planned: manifest.planned } : {}),
  });
  for (const { file, render } of formats)
    writeFileSync(join(folder, file), render(verdict, entries, manifest), { mode: 0o600 });
  return { verdict, entries };
}

/** Judges a stored run again, offline. Says whether the verdict is, byte for byte, the one that lay there. */
export function judge(folder: string): number {
  const path = join(folder, 'verdict.json');
  const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  const { verdict, entries } = judgeFolder(folder);
  process.stdout.write(toText(verdict, entries));
  if (before !== undefined) {
    const same = before === readFileSync(path, 'utf8');
    process.stdout.write(
      same
        ? 'The same bytes as the verdict that lay there.\n'
        : 'The verdict differs from the one that lay there.\n',
    );
  }
  return verdict.exitCode;
}
