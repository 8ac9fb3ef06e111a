import { UsageError } from '../errors.ts';
import { formats } from '../report/index.ts';
import { looksLikeRun, verifyRun } from '../timeline/index.ts';
import type { FileStanding, RunProof } from '../timeline/index.ts';
import { tell, tellJson } from './say.ts';

export interface VerifyOptions {
  readonly json?: true | undefined;
  /** The digest of the last line of checksums.ndjson, as it was written down elsewhere. */
  readonly head?: string | undefined;
}

/** What is made from the evidence of a run, and has to say so. */
const reports = [...formats.map(({ file }) => file), 'audit.json'];

/** What `fover verify` ends with: the worst of the runs that were named. */
const codes: Readonly<Record<RunProof['standing'], number>> = { whole: 0, altered: 1, 'broken-off': 2 };

/**
 * Says of each run whether its files are as they were written. Returns 0 where all are whole, 1 where one was altered,
 * and else 2 where one was broken off. Throws `UsageError` for a folder that is no run.
 */
export function verify(folders: readonly string[], { json, head }: VerifyOptions): number {
  if (head !== undefined && !/^[0-9a-f]{64}$/i.test(head))
    throw new UsageError('--head expects the 64 hexadecimal digits that fover verify printed');
  if (head !== undefined && folders.length > 1) throw new UsageError('--head is that of one run; name one');
  for (const folder of folders)
    if (!looksLikeRun(folder))
      throw new UsageError(`${folder}: neither a timeline nor a manifest in it; give the folder of a run`);
  const proofs = folders.map((folder) => against(head?.toLowerCase(), verifyRun(folder, reports)));
  if (json) tellJson(proofs, 2);
  else tell(`${proofs.map(proofText).join('\n')}\n${limits(head)}`);
  const found = proofs.map(({ standing }) => codes[standing]);
  return found.includes(codes.altered) ? codes.altered : Math.max(0, ...found);
}

/** The proof held against a head that was kept elsewhere. */
function against(head: string | undefined, proof: RunProof): RunProof {
  if (head === undefined || head === proof.head) return proof;
  const why = `the head is not ${head}, as it was written down: this is another chain, or one that was written anew`;
  return { ...proof, standing: 'altered', alterations: [...proof.alterations, why] };
}

function limits(head: string | undefined): string {
  return head === undefined
    ? 'Who can write every file of a run can write its checksums anew, and nothing here would show it. Write the head\ndown where he cannot, and give it as --head.\n'
    : '';
}

/** A run in words: how it stands, from when to when, and each file that is not simply whole. */
export function proofText(proof: RunProof): string {
  const { folder, standing, begunAt, endedAt, entries, files, alterations, remakes, brokenOff, head } = proof;
  const told = {
    whole: 'whole',
    altered: 'ALTERED',
    'broken-off': 'broken off, and unaltered as far as it goes',
  };
  const proven = files.filter((file) => file.standing === 'proven');
  const bytes = files.reduce(
    (sum, { standing: each, provenBytes }) => sum + (each === 'made' ? 0 : provenBytes),
    0,
  );
  return [
    `${folder}: ${told[standing]}`,
    `  from ${begunAt ?? 'nobody knows when'} to ${endedAt ?? 'nobody knows when'}, ${entries} entries`,
    ...(brokenOff === undefined ? [] : [`  ${brokenOff}`]),
    ...[...alterations, ...remakes].map((why) => `  ✘ ${why}`),
    `  ${proven.length} files are proven whole; of all, ${bytes} bytes`,
    ...files.filter((file) => file.standing !== 'proven').map(fileText),
    `  head ${head}`,
    '',
  ].join('\n');
}

function fileText({ name, standing, bytes, provenBytes, why }: FileStanding): string {
  if (standing === 'made') return `  ${name}: as it was made from this evidence`;
  const proven = standing === 'later' ? '' : ` ${provenBytes} of ${bytes} bytes proven;`;
  return `  ${name}:${proven} ${why ?? standing}`;
}
