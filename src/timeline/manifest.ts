import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { controls } from '../pair/index.ts';
import { smallFile } from './chunks-of.ts';
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

/** The bytes that a manifest is written with. */
export function manifestBytes(manifest: Manifest): string {
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** The manifest as it was when the run began, of one that was completed when it ended. */
export function asBegun({ ended: _ended, calibration: _calibration, ...begun }: Manifest): Manifest {
  return begun;
}

/** Writes the manifest so that a reader finds the old one or the new one, never half of one. Mode 0600. */
export function writeManifest(path: string, manifest: Manifest): void {
  const aside = `${path}.new`;
  const fd = openSync(aside, 'w', 0o600);
  try {
    writeSync(fd, manifestBytes(manifest));
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

/** The manifest of a run, or why there is none, in one sentence. */
export interface ManifestRead {
  readonly manifest?: Manifest;
  readonly doubts: readonly string[];
}

/** Reads the manifest of a run; whether its files are as it says is for `verifyRun`. Never throws on content. */
export function readManifest(folder: string): ManifestRead {
  try {
    const text = smallFile(runFolder(folder).manifest).toString('utf8');
    return { manifest: manifestFrom(text), doubts: [] };
  } catch (error) {
    return { doubts: [`manifest.json cannot be read: ${firstLine(error)}`] };
  }
}

function firstLine(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error).split('\n')[0] ?? 'it has another shape';
  return error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error);
}
