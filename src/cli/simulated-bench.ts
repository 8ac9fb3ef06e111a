import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '../child-environment.ts';
import { within } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { BenchError, messageOf } from '../errors.ts';
import { readEndpoints, readTopology, secretReferences } from '../topology/index.ts';
import type { Endpoints } from '../topology/index.ts';

/** A simulated bench that runs in a process of its own. */
export interface SimulatedBench {
  readonly endpoints: Endpoints;
  stop(): Promise<void>;
}

/** Milliseconds that the bench may take to say that it is ready, and to end when told. */
const readyBoundMs = 20_000;
const endBoundMs = 5000;

/**
 * Starts `fover simulate` as a child, so that the simulated units share no thread with what measures them, and
 * resolves with its endpoints. Throws `BenchError` with the child's own words when it does not become ready; with
 * the same words `onGone` is told when it ends later by itself.
 */
export async function startSimulatedBench(
  topologyPath: string,
  defects: readonly string[],
  clock: Clock,
  onGone: (why: Error) => void,
): Promise<SimulatedBench> {
  const fover = fileURLToPath(import.meta.url).replace(/simulated-bench(\.[jt]s)$/, 'fover$1');
  const child = spawn(
    process.execPath,
    [
      ...process.execArgv,
      fover,
      'simulate',
      topologyPath,
      '--json',
      '--until-input-ends',
      '--blank',
      ...defects.flatMap((defect) => ['--defect', defect]),
    ],
    // A process group of its own: Ctrl-C reaches us alone, and the bench lives until it has been put back.
    { stdio: ['pipe', 'pipe', 'pipe'], detached: true, env: environmentOf(topologyPath) },
  );
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-4000)));
  /** Whether its end is news: it was ready, and nobody told it to end. */
  let isWatched = false;
  let how = 'it ended without a word';
  child.stdin.on('error', () => undefined);
  const ended = new Promise<void>((resolve) =>
    child.once('close', (code, signal) => {
      how = [`it ended with ${signal ?? `code ${code}`}`, complaint.trim()].filter(Boolean).join(': ');
      if (isWatched) onGone(new BenchError('simulated bench', `is gone in the middle of the run: ${how}`));
      resolve();
    }),
  );
  const ready = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('error', reject);
    void ended.then(() => reject(new Error(how)));
  }).then(readEndpoints);
  const stop = async (): Promise<void> => {
    isWatched = false;
    child.stdin.end();
    child.kill('SIGTERM');
    await within(clock, endBoundMs, ended).catch(() => child.kill('SIGKILL'));
    await ended;
  };
  try {
    const endpoints = await within(clock, readyBoundMs, ready);
    isWatched = true;
    return { endpoints, stop };
  } catch (error) {
    await stop();
    throw new BenchError('simulated bench', `did not become ready: ${messageOf(error)}`, { cause: error });
  }
}

/** The bench reveals its secrets by itself: from its file, or from the variables that its topology names. */
function environmentOf(topologyPath: string): Record<string, string> {
  const names = secretReferences(readTopology(topologyPath).topology).map(({ name }) => name);
  return childEnvironment(process.env, names);
}
