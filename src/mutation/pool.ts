import { Worker } from 'node:worker_threads';
import type { Cancel, Clock } from '../clock.ts';
import type { Mutant } from './mutants.ts';
import type { Fate } from './trial.ts';

/** A mutant with what became of it. */
export interface Tried {
  readonly mutant: Mutant;
  readonly fate: Fate;
}

/** What a worker says: that it is ready, or what became of the mutant that it was given. */
export type Said = { readonly said: 'ready' } | { readonly said: 'tried'; readonly fate: Fate };

/** How the mutants are tried. */
export interface PoolSettings {
  /** The file that a worker runs, and the test files that it is given. */
  readonly worker: string;
  readonly tests: readonly string[];
  readonly workers: number;
  /** A mutant that takes longer never ends; that is noticed as well as any failure. In milliseconds. */
  readonly longestMs: number;
  readonly clock: Clock;
}

/** After so many mutants a worker is replaced by a fresh one: what it has read is never given back. */
const mutantsPerWorker = 400;

/** Tries every mutant, in worker threads, and tells of each as it comes. Rejects when the tests fail by themselves. */
export async function tryAll(
  mutants: readonly Mutant[],
  settings: PoolSettings,
  told: (tried: Tried) => void,
): Promise<void> {
  const waiting = [...mutants];
  const one = async (): Promise<void> => {
    while (waiting.length > 0) await oneWorker(waiting, settings, told);
  };
  await Promise.all(Array.from({ length: Math.min(settings.workers, mutants.length) }, one));
}

/** Takes mutants until there are none, the worker had enough of them, or one never ends. */
function oneWorker(waiting: Mutant[], settings: PoolSettings, told: (tried: Tried) => void): Promise<void> {
  const { worker: file, tests, longestMs, clock } = settings;
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, {
      workerData: tests,
      execArgv: ['--experimental-vm-modules', '--no-warnings'],
    });
    let given: Mutant | undefined;
    let count = 0;
    let cancel: Cancel | undefined;
    const end = (then: () => void): void => {
      cancel?.();
      void worker.terminate().then(then, reject);
    };
    const done = (fate: Fate): void => {
      cancel?.();
      if (given) told({ mutant: given, fate });
      given = undefined;
    };
    const give = (): void => {
      given = count < mutantsPerWorker ? waiting.shift() : undefined;
      count += 1;
      if (!given) return end(resolve);
      worker.postMessage(given, []);
      cancel = clock.after(longestMs, () => {
        done({ fate: 'killed', by: `nothing came of it in ${longestMs / 1000} s` });
        end(resolve);
      });
    };
    worker.on('message', (message: Said) => {
      if (message.said === 'tried') done(message.fate);
      give();
    });
    worker.on('error', (error) => end(() => reject(error)));
  });
}
