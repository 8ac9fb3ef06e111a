/** Where a simulated bench that runs in another process listens: it leaves a note, and whoever attaches reads it. */
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { benchFolderAt } from '../bench/kept/bench-folder.ts';
import type { BenchFolder } from '../bench/kept/bench-folder.ts';
import { BenchError } from '../errors.ts';
import { readEndpoints } from '../topology/index.ts';
import type { Endpoints } from '../topology/index.ts';

const noteShape = z.object({ pid: z.number().int().positive() });

/** Notes that this process serves the bench of a topology. Returns what takes the note away again. */
export function noteBench(topologyPath: string, endpoints: Endpoints): () => void {
  const path = notePath(topologyPath);
  const { folder } = keptOfRunningBench(topologyPath);
  rmSync(folder, { recursive: true, force: true });
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, JSON.stringify({ pid: process.pid, endpoints }), { mode: 0o600 });
  renameSync(aside, path);
  return () => {
    if (pidIn(path) !== process.pid) return;
    rmSync(path, { force: true });
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Where the bench of a topology listens, if a process serves it that was started last. */
export function runningBench(topologyPath: string): Endpoints | undefined {
  const path = notePath(topologyPath);
  const pid = pidIn(path);
  return pid === undefined || !isAlive(pid) ? undefined : readEndpoints(readFileSync(path, 'utf8'));
}

/** What is kept of that bench: it goes with the process that serves it. */
export function keptOfRunningBench(topologyPath: string): BenchFolder {
  return benchFolderAt(notePath(topologyPath).replace(/json$/, 'bench'));
}

/** Where it listens. Throws `BenchError` where none runs. */
export function requireRunningBench(topologyPath: string): Endpoints {
  const endpoints = runningBench(topologyPath);
  if (endpoints) return endpoints;
  throw new BenchError(
    'simulated bench',
    `is not running; start it in another terminal: fover simulate ${topologyPath}`,
  );
}

function notePath(topologyPath: string): string {
  const name = createHash('sha256').update(realpathSync(topologyPath)).digest('hex').slice(0, 16);
  return join(notesFolder(), `${name}.json`);
}

/** A folder of our own. Anybody can make one of its name in a folder for all: it is not taken from somebody else. */
function notesFolder(): string {
  const { uid } = userInfo();
  const runtime = process.env['XDG_RUNTIME_DIR'];
  const folder = runtime ? join(runtime, 'fover') : join(tmpdir(), `fover-${uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  if (found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0) return folder;
  throw new BenchError('simulated bench', `${folder} is not a folder that only you can use; remove it`);
}

function pidIn(path: string): number | undefined {
  try {
    return noteShape.parse(JSON.parse(readFileSync(path, 'utf8'))).pid;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
