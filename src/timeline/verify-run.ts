import type { Manifest } from './manifest.ts';
import { heldDerived } from './evidence/derived.ts';
import type { Made } from './evidence/derived.ts';
import { evidenceStandings } from './evidence/file-standing.ts';
import type { FileStanding } from './evidence/file-standing.ts';
import { heldManifest } from './evidence/held-manifest.ts';
import { listFolder } from './evidence/list-folder.ts';
import type { Listed } from './evidence/list-folder.ts';
import { partOf } from './evidence/part-name.ts';
import { readChain } from './evidence/read-chain.ts';
import type { ChainRead } from './evidence/read-chain.ts';
import { placedEntries } from './read-timeline.ts';

/** What can be said of the evidence of a run. */
export interface RunProof {
  readonly folder: string;
  /** `whole`, `altered` since it was written, or `broken-off` and as far as it goes as it was written. */
  readonly standing: 'whole' | 'altered' | 'broken-off';
  /** The digest of the last line of the chain: written down elsewhere, it proves later that nothing was rewritten. */
  readonly head: string;
  /** ISO-8601 UTC, as far as it is known. */
  readonly begunAt?: string;
  /** When it ended, or the last instant that its timeline names. */
  readonly endedAt?: string;
  /** Whole entries of the timeline. */
  readonly entries: number;
  readonly files: readonly FileStanding[];
  /** What is not as it was written, one sentence each. */
  readonly alterations: readonly string[];
  /** The same of what was made from the evidence; judging the run again mends it. */
  readonly remakes: readonly string[];
  /** Where and how the run was broken off; absent where it ended. */
  readonly brokenOff?: string;
}

/**
 * Holds every byte of a run against the chain of checksums that was written with it. Touches nothing, follows no link,
 * opens nothing but files, and throws on no content. Who can write all files of a run can write its chain anew: that is
 * only noticed by who kept the head elsewhere. `reports` are names of files that are made from evidence and must say so.
 * Throws what the operating system says of a folder that cannot be read.
 */
export function verifyRun(folder: string, reports: readonly string[] = []): RunProof {
  const listing = listFolder(folder);
  const chain = readChain(folder, listing);
  const { manifest, faults } = heldManifest(folder, listing, chain);
  const ended = chain.ended === undefined ? undefined : manifest?.ended;
  const evidence = evidenceStandings(listing, chain, ended?.files);
  const derived = heldDerived(folder, chain.head, listing);
  const made = derived.made.map(asStanding);
  const later = laterFiles(listing, new Set([...evidence, ...made].map(({ name }) => name)));
  const alterations = [
    ...(chain.fault === undefined ? [] : [chain.fault]),
    ...faults,
    ...evidence.flatMap(({ standing, why }) => (standing === 'altered' && why !== undefined ? [why] : [])),
  ];
  const remakes = [
    ...(derived.fault === undefined ? [] : [derived.fault]),
    ...made.flatMap(({ why }) => (why === undefined ? [] : [why])),
    ...later
      .filter(({ name }) => reports.includes(name))
      .map(({ name }) => `nothing says from what ${name} was made: judge the run again`),
  ];
  const isReadable = evidence.every(
    ({ name, standing }) => partOf('timeline.ndjson', name) === undefined || standing !== 'altered',
  );
  const read = ended
    ? { ...ended, lastMs: ended.atMs, isTorn: false }
    : timelineRead(folder, isReadable && listing.has('timeline.ndjson'));
  const isAltered = alterations.length + remakes.length > 0;
  return {
    folder,
    standing: isAltered ? 'altered' : ended ? 'whole' : 'broken-off',
    head: chain.head,
    ...(manifest ? times(manifest, read.lastMs) : {}),
    entries: read.entries,
    files: [...evidence, ...made, ...later],
    alterations,
    remakes,
    ...(ended ? {} : { brokenOff: brokenWords(read, chain) }),
  };
}

/** Whether a folder holds anything of a run. */
export function looksLikeRun(folder: string): boolean {
  try {
    const listing = listFolder(folder);
    return ['timeline.ndjson', 'manifest.json', 'checksums.ndjson'].some((name) => listing.has(name));
  } catch {
    return false;
  }
}

interface Read {
  readonly entries: number;
  readonly lastMs: number;
  readonly isTorn: boolean;
}

/** How many entries are whole, and the last instant that one names; for a run of which no end is on record. */
function timelineRead(folder: string, isReadable: boolean): Read {
  let [entries, lastMs, isTorn] = [0, 0, false];
  if (!isReadable) return { entries, lastMs, isTorn };
  for (const { entry } of placedEntries(folder, () => (isTorn = true))) {
    entries += 1;
    if ('atMs' in entry) lastMs = Math.max(lastMs, entry.atMs);
    else if ('answeredMs' in entry) lastMs = Math.max(lastMs, entry.answeredMs);
  }
  return { entries, lastMs, isTorn };
}

const asStanding = ({ name, bytes, fault }: Made): FileStanding =>
  fault === undefined
    ? { name, standing: 'made', bytes, provenBytes: bytes }
    : { name, standing: 'altered', bytes, provenBytes: 0, why: fault };

const times = ({ startedAt }: Manifest, lastMs: number): Pick<RunProof, 'begunAt' | 'endedAt'> => {
  const ended = new Date(Date.parse(startedAt) + lastMs);
  return { begunAt: startedAt, ...(Number.isNaN(ended.getTime()) ? {} : { endedAt: ended.toISOString() }) };
};

function brokenWords({ entries, lastMs, isTorn }: Read, { isTorn: isChainTorn }: ChainRead): string {
  const torn = isTorn ? ', and one that is torn or cannot be read' : '';
  const chain = isChainTorn ? '; the last line of checksums.ndjson is torn' : '';
  return `broken off at ${(lastMs / 1000).toFixed(3)} s of the run, ${entries} entries whole${torn}${chain}`;
}

/** What lies there and belongs to nothing: it came after the run, or somebody put it there. */
function laterFiles(
  listing: ReadonlyMap<string, Listed>,
  accounted: ReadonlySet<string>,
): readonly FileStanding[] {
  const own = ['manifest.json', 'checksums.ndjson', 'derived.json'];
  return [...listing]
    .filter(([name]) => !accounted.has(name) && !own.includes(name))
    .map(([name, it]) => ({
      name,
      standing: 'later',
      bytes: 'bytes' in it ? it.bytes : 0,
      provenBytes: 0,
      why: 'no' in it ? `${it.no}; it is not opened` : 'nobody says what it is; it is no part of the run',
    }));
}
