import { fork } from 'node:child_process';
import { extname } from 'node:path';

/** From source, a worker reads TypeScript as this process does. */
const execArgv = extname(import.meta.filename) === '.ts' ? ['--import', 'tsx'] : [];

/** What comes back of an order: what was made of it, or why nothing was. */
export type Shared<Done> = { readonly done: Done } | { readonly lost: string };

/**
 * Has each order done in one of some worker processes, each of them a copy of `file` started with `--worker`, and tells
 * of every one as it comes. A worker that dies is told of with the order that it had; another takes its place.
 */
export async function shareOut<Order extends object, Done>(
  file: URL,
  orders: readonly Order[],
  workers: number,
  isDone: (message: unknown) => message is Done,
  told: (order: Order, shared: Shared<Done>) => void,
): Promise<void> {
  const waiting = [...orders];
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      let current: Order | undefined;
      const child = fork(file, ['--worker'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv });
      const give = (): void => {
        current = waiting.shift();
        if (current) child.send(current);
        else child.disconnect();
      };
      child.on('message', (message) => {
        if (current && isDone(message)) told(current, { done: message });
        give();
      });
      child.on('error', reject);
      child.on('exit', (code) => {
        if (current) told(current, { lost: `the worker ended with ${code ?? 'a signal'}` });
        resolve(current && waiting.length > 0 ? one() : undefined);
      });
    });
  await Promise.all(Array.from({ length: Math.min(workers, orders.length) }, one));
}

/** In a worker: takes orders from the process that started it until there are none left. */
export function takeOrders<Order>(
  isOrder: (message: unknown) => message is Order,
  work: (order: Order) => Promise<object>,
): void {
  const follow = async (order: unknown): Promise<void> => {
    if (!isOrder(order)) throw new Error('the worker was told something that is no order');
    process.send?.(await work(order));
  };
  process.on('message', (order: unknown) => void follow(order));
  process.send?.('ready');
}
