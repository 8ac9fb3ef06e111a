import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import { formats, toText } from '../report/index.ts';
import { cite, judge as judgeEntries } from '../judge/index.ts';
import type { RunEnds, Verdict, Waiver } from '../judge/index.ts';
import { putDerived, readManifest, verifyRun } from '../timeline/index.ts';
import type { Entry, Manifest } from '../timeline/index.ts';
import { readWaivers } from './read-waivers.ts';
import { tell } from './say.ts';
import { StoredTimeline } from './stored-timeline.ts';

/**
 * Judges a stored run by nothing but its folder and writes the verdict in every format; evidence that was altered
 * since it was written cannot pass. `fover run` ends with
 * this very function, so that both give the same bytes. Throws `UsageError` for a folder that is no run, and
 * `BenchError` when the verdict cannot be written.
 */
export function judgeFolder(
  folder: string,
  waivers?: readonly Waiver[],
): {
  readonly verdict: Verdict;
  readonly entries: readonly Entry[];
} {
  if (!existsSync(join(folder, 'timeline.ndjson')))
    throw new UsageError(
      `${folder}: no timeline.ndjson in it; give the folder of a run, such as reports/<run>`,
    );
  const timeline = new StoredTimeline(folder);
  const { manifest } = readManifest(folder);
  const { alterations, head } = verifyRun(folder);
  const judged = judgeEntries(timeline, {
    doubts: (ends) => [
      ...timeline.doubts,
      ...alterations,
      ...(manifest ? disagreements(ends, manifest) : []),
    ],
    ...(manifest ? { planned: manifest.planned } : {}),
    ...(waivers ? { waivers } : {}),
  });
  const { entries, places } = timeline.told(judged);
  const verdict = cite(judged, places);
  putDerived(
    folder,
    head,
    new Map(formats.map(({ file, render }) => [file, render(verdict, entries, manifest)])),
  );
  return { verdict, entries };
}

type Identity = Pick<Manifest, 'startedAt' | 'bench' | 'planned' | 'topology'>;

const said = ({ startedAt, bench, planned, topology: { name, sha256 } }: Identity): string =>
  JSON.stringify([startedAt, bench, planned, name, sha256]);

/** What a manifest does not say of this timeline, or says of another: it was swapped, or cut short. */
function disagreements({ run, last }: RunEnds, manifest: Manifest): readonly string[] {
  const doubts: string[] = [];
  if (run && said(run) !== said(manifest)) doubts.push('manifest.json speaks of another run');
  const digests = manifest.ended?.files.map(({ name }) => name) ?? [];
  if (last?.kind === 'ended' && !digests.includes('timeline.ndjson'))
    doubts.push('manifest.json has no digest of timeline.ndjson, though the run ended');
  return doubts;
}

/** Judges a stored run again, offline. Says whether the verdict is, byte for byte, the one that lay there. */
export function judge(folder: string, options: { readonly waivers?: string | undefined } = {}): number {
  const waivers = options.waivers === undefined ? undefined : readWaivers(options.waivers);
  const path = join(folder, 'verdict.json');
  const before = textOf(path);
  const { verdict, entries } = judgeFolder(folder, waivers);
  tell(toText(verdict, entries));
  if (before !== undefined)
    tell(
      before === textOf(path)
        ? 'The same bytes as the verdict that lay there.\n'
        : 'The verdict differs from the one that lay there.\n',
    );
  return verdict.exitCode;
}

/** The text of a file, if there is one that can be read. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
