import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { controls } from '../pair/index.ts';
import { chunksOf } from './chunks-of.ts';
import { runFolder } from './run-folder.ts';

const recordedFile = z.object({ name: z.string(), bytes: z.number(), sha256: z.string() }).readonly();

/** What the controls came to: whether the instruments can be believed, and what each control showed. */
const calibration = z
  .object({
    standing: z.enum(['calibrated', 'out-of-order', 'not-calibrated']),
    told: z.string(),
    controls: z
      .array(z.object({ control: z.enum(controls), outcome: z.string(), because: z.string() }).readonly())
      .readonly(),
  })
  .readonly();

const manifestShape = z
  .object({
    format: z.literal(1),
    tool: z.string(),
    node: z.string(),
    topology: z.object({ name: z.string(), sha256: z.string() }).readonly(),
    bench: z.enum(['simulated', 'real']),
    startedAt: z.string(),
    planned: z.array(z.string()).readonly(),
    calibration: calibration.exactOptional(),
    ended: z
      .object({ atMs: z.number(), entries: z.number(), files: z.array(recordedFile).readonly() })
      .readonly()
      .exactOptional(),
  })
  .readonly();

/** What a run was made with, and when it ended as it should: how much was recorded, and the digests of the files. */
export type Manifest = z.output<typeof manifestShape>;

/** One file of a finished recording. `name` is relative to the folder of the run. */
export type RecordedFile = z.output<typeof recordedFile>;

/** Reads a manifest from JSON; throws when it has another shape. */
export function manifestFrom(json: string): Manifest {
  return manifestShape.parse(JSON.parse(json));
}

/** Writes the manifest so that a reader finds the old one or the new one, never half of one. Mode 0600. */
export function writeManifest(path: string, manifest: Manifest): void {
  const aside = `${path}.new`;
  const fd = openSync(aside, 'w', 0o600);
  try {
    writeSync(fd, `${JSON.stringify(manifest, undefined, 2)}\n`);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(aside, path);
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Length and digest of a file of a run. */
export function recordedFileOf(folder: string, name: string): RecordedFile {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const chunk of chunksOf(join(folder, name))) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { name, bytes, sha256: hash.digest('hex') };
}

/** The manifest of a run, and what is wrong with it or with the files it speaks of: one sentence each. */
export interface ManifestRead {
  readonly manifest?: Manifest;
  readonly doubts: readonly string[];
}

/** Reads the manifest of a run and holds the recorded files against their digests. Never throws on content. */
export function readManifest(folder: string): ManifestRead {
  const path = runFolder(folder).manifest;
  try {
    const manifest = manifestFrom(readFileSync(path, 'utf8'));
    const files = manifest.ended?.files ?? [];
    return { manifest, doubts: files.flatMap((file) => doubtsOf(folder, file)) };
  } catch (error) {
    return { doubts: [`manifest.json cannot be read: ${firstLine(error)}`] };
  }
}

function doubtsOf(folder: string, file: RecordedFile): readonly string[] {
  const path = join(folder, file.name);
  if (!path.startsWith(join(folder, '/')))
    return [`manifest.json speaks of a file outside the run: ${file.name}`];
  try {
    const now = recordedFileOf(folder, file.name);
    return now.sha256 === file.sha256 ? [] : [`${file.name} is not as it was when the run ended`];
  } catch (error) {
    return [`${file.name} cannot be read: ${firstLine(error)}`];
  }
}

function firstLine(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error).split('\n')[0] ?? 'it has another shape';
  return error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error);
}
