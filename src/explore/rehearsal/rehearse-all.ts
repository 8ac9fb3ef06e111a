import { fork } from 'node:child_process';
import { extname } from 'node:path';
import type { RehearsalOrder, RehearsedSuite } from './rehearsed.ts';

/**
 * Plays each order in one of some worker processes, each of them a copy of `file` started with `--worker`, and tells of
 * every one as it comes. A worker that dies is told of as trouble of what it was playing.
 */
export async function rehearseAll(
  file: string,
  orders: readonly RehearsalOrder[],
  workers: number,
  told: (rehearsed: RehearsedSuite) => void,
): Promise<void> {
  const waiting = [...orders];
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      let current: RehearsalOrder | undefined;
      const child = fork(file, ['--worker'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv });
      const give = (): void => {
        current = waiting.shift();
        if (current) child.send(current);
        else child.disconnect();
      };
      child.on('message', (message) => {
        if (isRehearsed(message)) told(message);
        give();
      });
      child.on('error', reject);
      child.on('exit', (code) => {
        if (!current) return resolve();
        const { suite, topology } = current;
        told({ suite, topology, scenarios: [], trouble: `the worker ended with ${code ?? 'a signal'}` });
        resolve(waiting.length > 0 ? one() : undefined);
      });
    });
  await Promise.all(Array.from({ length: Math.min(workers, orders.length) }, one));
}

/** From source, a worker reads TypeScript as this process does. */
const execArgv = extname(import.meta.filename) === '.ts' ? ['--import', 'tsx'] : [];

/** Takes orders from the process that started this one until there are none left. */
export function takeOrders(play: (order: RehearsalOrder) => Promise<RehearsedSuite>): void {
  const follow = async (order: RehearsalOrder): Promise<void> => void process.send?.(await play(order));
  process.on('message', (order: RehearsalOrder) => void follow(order));
  process.send?.('ready');
}

function isRehearsed(message: unknown): message is RehearsedSuite {
  return typeof message === 'object' && message !== null && 'scenarios' in message;
}
