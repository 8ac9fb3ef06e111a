/**
 * `npm run explore -- --seeds 2000`: plays random pairs and random faults on a virtual clock, and checks what must
 * always hold. Ends with 1 if a law was broken, with the command that plays the shortest such journey again.
 * `--only questions` plays scenarios of pairs in order alone, `--only` any other drawing that one.
 * With `--benchmark` it says what a quarter of an hour of a pair with default timers costs.
 */
import { realClock } from '../clock.ts';
import { UsageError } from '../errors.ts';
import type { Drawing } from './any-drawn.ts';
import { measure } from './benchmark.ts';
import { exploreAll } from './explore-all.ts';
import type { WorkerOrder } from './explore-all.ts';
import { exploreHelp, exploreOptions } from './explore-options.ts';
import { exploreSeed } from './explore-seed.ts';
import type { Explored } from './explore-seed.ts';
import { closingLine, failureText, measuredLine } from './tell.ts';

try {
  await explore(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 64;
}

async function explore(args: readonly string[]): Promise<void> {
  const { help, worker, benchmark, seed, path, seeds, from, workers, only } = exploreOptions(args);
  if (help) return say(exploreHelp.trimEnd());
  if (worker) return work();
  if (seed !== undefined) return replay(seed, path, only);
  if (!benchmark) return many(seeds, from, workers, only);
  for (const one of await measure(8)) say(measuredLine(one));
}

/** Takes orders from the process that started it until there are none left. */
function work(): void {
  process.on('message', ({ seeds, drawing }: WorkerOrder) => {
    if (seeds.length === 0) return process.disconnect();
    void playInTurn(seeds, drawing);
  });
  process.send?.('ready');
}

async function playInTurn(seeds: readonly number[], drawing: Drawing): Promise<void> {
  for (const seed of seeds) process.send?.(await exploreSeed(seed, undefined, drawing));
}

async function replay(seed: number, path: string | undefined, drawing: Drawing): Promise<void> {
  const { failure } = await exploreSeed(seed, path, drawing);
  say(failure ? failureText(seed, failure, drawing) : `seed ${seed}: every law was kept`);
  if (failure) process.exitCode = 1;
}

async function many(count: number, from: number, workers: number, drawing: Drawing): Promise<void> {
  const beganMs = realClock.nowMs();
  const seeds = Array.from({ length: count }, (_, at) => from + at);
  const explored: Explored[] = [];
  await exploreAll(import.meta.filename, { seeds, drawing }, workers, (one) => {
    explored.push(one);
    if (one.failure) say(failureText(one.seed, one.failure, drawing));
    if (process.stderr.isTTY) process.stderr.write(`\r${explored.length} of ${count} seeds`);
  });
  if (process.stderr.isTTY) process.stderr.write('\r');
  say(closingLine(explored, realClock.nowMs() - beganMs));
  if (explored.some(({ failure }) => failure)) process.exitCode = 1;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
