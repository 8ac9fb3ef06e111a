import type { RecordedFile } from '../manifest.ts';
import { digestOf, longestChunk } from './chain-line.ts';
import type { FileProof } from './file-proof.ts';
import type { Listed } from './list-folder.ts';
import { partOf } from './part-name.ts';
import type { ChainRead } from './read-chain.ts';

/**
 * How one file of a run stands: `proven` to its last byte; `altered`; `open`, where bytes after the proven ones were
 * not on the chain yet when the run was broken off; `made` from the evidence after its end; `later`, of which no run
 * knows.
 */
export interface FileStanding {
  readonly name: string;
  readonly standing: 'proven' | 'altered' | 'open' | 'made' | 'later';
  /** As it lies there. */
  readonly bytes: number;
  /** From the beginning, as they were written. */
  readonly provenBytes: number;
  readonly why?: string;
}

/** Whether a recording writes a file of this name while it lasts. */
export const isEvidence = (name: string): boolean =>
  [
    'timeline.ndjson',
    ...['primary', 'secondary'].flatMap((unit) => [`console/${unit}.raw`, `console/${unit}.ndjson`]),
  ].some((whole) => partOf(whole, name) !== undefined);

/** What may go on after the run ended: what was left broken is put back later, and its journal says so. */
const growsOn = 'journal.ndjson';

/** What others write into the folder of a run while it lasts: it is put on the chain when the run ends. */
const isSealedLast = (name: string): boolean => name === growsOn || name.startsWith('configurations/');

/** How every file stands that a recording wrote or sealed; `sealed` are those that the last manifest names. */
export function evidenceStandings(
  listing: ReadonlyMap<string, Listed>,
  chain: ChainRead,
  sealed: readonly RecordedFile[] | undefined,
): readonly FileStanding[] {
  const said = new Map((sealed ?? []).map((file) => [file.name, file]));
  const isOwn = (name: string): boolean => isEvidence(name) || (!sealed && isSealedLast(name));
  const names = new Set([...chain.files.keys(), ...said.keys(), ...[...listing.keys()].filter(isOwn)]);
  return [...names]
    .toSorted()
    .map((name) => standingOf(name, listing.get(name), chain.files.get(name), sealed && said));
}

type Sealed = ReadonlyMap<string, RecordedFile>;

function standingOf(
  name: string,
  listed: Listed | undefined,
  proof: FileProof | undefined,
  sealed: Sealed | undefined,
): FileStanding {
  const bytes = listed && 'bytes' in listed ? listed.bytes : 0;
  const provenBytes = proof?.provenBytes ?? 0;
  const of = { name, bytes, provenBytes };
  const fault =
    proof?.fault ?? (listed ? 'no' in listed && `${name} is ${listed.no}` : `${name} is not there`);
  if (typeof fault === 'string') return { ...of, standing: 'altered', why: fault };
  const more = bytes - provenBytes;
  if (more === 0) return sealed ? sealStanding(of, proof, sealed.get(name)) : { ...of, standing: 'proven' };
  if (sealed && name !== growsOn)
    return { ...of, standing: 'altered', why: `${name} has ${more} bytes more than when the run ended` };
  if (more > longestChunk)
    return {
      ...of,
      standing: 'altered',
      why: `${name} has ${more} bytes that are not on the chain; no recording leaves so many`,
    };
  const why = sealed
    ? `${more} bytes were added after the run ended, as by fover recover; they are not proven`
    : `${more} bytes from byte ${provenBytes} on were not on the chain yet; they are not proven`;
  return { ...of, standing: 'open', why };
}

/** A file whose bytes are all on the chain, held against what the last manifest says of it. */
function sealStanding(
  of: Pick<FileStanding, 'name' | 'bytes' | 'provenBytes'>,
  proof: FileProof | undefined,
  said: RecordedFile | undefined,
): FileStanding {
  const { name, bytes } = of;
  if (!said) return { ...of, standing: 'altered', why: `${name} was not there when the run ended` };
  const isSame = said.bytes === bytes && (proof ? proof.digest() : digestOf('')) === said.sha256;
  return isSame
    ? { ...of, standing: 'proven' }
    : { ...of, standing: 'altered', why: `${name} is not as manifest.json says` };
}
