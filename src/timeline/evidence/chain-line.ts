import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Names of files within a run: one folder deep at most, and nothing that leads out of it. */
export const namePattern = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)?$/;

/** No chunk is longer: one is closed as soon as it has enough bytes, and no entry has more than this. */
export const longestChunk = 64 << 20;

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().max(200).regex(namePattern);
const before = digest;

const lineShape = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('begun'), manifest: digest, before }),
  z.strictObject({
    what: z.literal('chunk'),
    file: name,
    offset: z.int().min(0),
    length: z.int().min(1).max(longestChunk),
    sha256: digest,
    before,
  }),
  z.strictObject({ what: z.literal('ended'), manifest: digest, before }),
]);

/**
 * One line of checksums.ndjson. `begun` and `ended` hold the digest of the manifest as it was then, `chunk` that of
 * some bytes of a file; `before` is the digest of the line before, so that none can be changed, left out or moved.
 */
export type ChainLine = z.output<typeof lineShape>;

/** What a line says, without its place in the chain. */
export type ChainWords = ChainLine extends infer L
  ? L extends ChainLine
    ? Omit<L, 'before'>
    : never
  : never;

/** What the first line has before it. */
export const nothingBefore = '0'.repeat(64);

/** SHA-256 in hex. */
export function digestOf(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A line of the chain in exactly the bytes that it is written with; undefined for anything else. Never throws. */
export function chainLineOf(text: string): ChainLine | undefined {
  try {
    const read = lineShape.safeParse(JSON.parse(text));
    return read.success && chainText(read.data) === text ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** The bytes of a line, without its end: one way to write it, so that every byte of it counts. */
export function chainText(line: ChainLine): string {
  if (line.what !== 'chunk')
    return JSON.stringify({ what: line.what, manifest: line.manifest, before: line.before });
  const { what, file, offset, length, sha256 } = line;
  return JSON.stringify({ what, file, offset, length, sha256, before: line.before });
}
