import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { within } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { BenchError } from '../errors.ts';
import { readEndpoints } from '../topology/index.ts';
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
 * resolves with its endpoints. Throws `BenchError` with the child's own words when it does not become ready.
 */
export async function startSimulatedBench(
  topologyPath: string,
  defects: readonly string[],
  clock: Clock,
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
    { stdio: ['pipe', 'pipe', 'pipe'], detached: true },
  );
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-4000)));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const ready = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('error', reject);
    void ended.then(() => reject(new Error(complaint.trim() || 'it ended without a word')));
  }).then(readEndpoints);
  const stop = async (): Promise<void> => {
    child.stdin.end();
    child.kill('SIGTERM');
    await within(clock, endBoundMs, ended).catch(() => child.kill('SIGKILL'));
    await ended;
  };
  try {
    return { endpoints: await within(clock, readyBoundMs, ready), stop };
  } catch (error) {
    await stop();
    throw new BenchError(
      'simulated bench',
      `did not become ready: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}
