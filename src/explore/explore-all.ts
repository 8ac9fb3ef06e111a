import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Drawing } from './any-drawn.ts';
import type { Explored } from './explore-seed.ts';

/** How many seeds a process is given at a time. */
const batch = 4;

/** What a worker is told: seeds to play. Without any it is done. */
export interface WorkerOrder {
  readonly seeds: readonly number[];
  readonly drawing: Drawing;
}

/**
 * Plays seeds in worker processes, each of them a copy of `file` started with `--worker`, and tells of every one as
 * it comes. Rejects when a worker dies.
 */
export async function exploreAll(
  file: string,
  { seeds, drawing }: WorkerOrder,
  workers: number,
  told: (explored: Explored) => void,
): Promise<void> {
  const waiting = [...seeds];
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = fork(file, ['--worker'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
      let owed = 0;
      const give = (): void => {
        const next = waiting.splice(0, batch);
        owed = next.length;
        order(child, { seeds: next, drawing });
      };
      child.on('message', (message) => {
        if (!isExplored(message)) return give();
        told(message);
        owed -= 1;
        if (owed === 0) give();
      });
      child.on('error', reject);
      child.on('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`a worker ended with ${code ?? 'a signal'}`)),
      );
    });
  await Promise.all(Array.from({ length: Math.min(workers, Math.max(1, seeds.length)) }, one));
}

function order(child: ChildProcess, what: WorkerOrder): void {
  child.send(what);
}

function isExplored(message: unknown): message is Explored {
  return typeof message === 'object' && message !== null && 'playedMs' in message;
}
