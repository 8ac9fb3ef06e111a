/**
 * What judging costs: a made-up day of 10⁴, 10⁵ and 10⁶ entries, as many scenarios and as one long watch, judged in
 * memory and from a file. Run it with `npx tsx src/judge/benchmark.ts`; each line is a process of its own, so that one
 * peak of memory does not hide behind another. A number, a shape and a source as arguments give one line.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { realClock } from '../clock.ts';
import { placedEntries } from '../timeline/index.ts';
import type { Entry } from '../timeline/index.ts';
import { judge } from './judge.ts';
import { syntheticDay } from './synthetic-day.ts';
import type { Shape } from './synthetic-day.ts';

const sizes = [10_000, 100_000, 1_000_000];
const shapes: readonly Shape[] = ['scenarios', 'watch'];
const sources = ['memory', 'file'] as const;

function measureAll(): void {
  process.stdout.write('  entries  shape      from    outcome    total     an entry  most memory\n');
  for (const from of sources)
    for (const each of shapes)
      for (const count of sizes) {
        const script = [fileURLToPath(import.meta.url), String(count), each, from];
        process.stdout.write(execFileSync(process.execPath, [...process.execArgv, ...script]));
      }
}

function measure(count: number, of: Shape, isFile: boolean): void {
  const folder = mkdtempSync(join(tmpdir(), 'fover-benchmark-'));
  try {
    const file = join(folder, 'timeline.ndjson');
    if (isFile) write(file, syntheticDay(count, of));
    const watched = new MostMemory();
    const makingMs = isFile ? 0 : timeOf(() => exhaust(syntheticDay(count, of)));
    let outcome = '';
    const tookMs = timeOf(() => {
      outcome = judge(watched.over(() => (isFile ? stored(file) : syntheticDay(count, of)))).outcome;
    });
    const ms = Math.max(0, tookMs - makingMs);
    const from = isFile ? 'file' : 'memory';
    process.stdout.write(
      `${String(count).padStart(9)}  ${of.padEnd(9)}  ${from.padEnd(6)}  ${outcome.padEnd(8)}  ` +
        `${(ms / 1000).toFixed(2).padStart(6)} s  ${((ms * 1000) / count).toFixed(1).padStart(6)} µs  ` +
        `${Math.round(watched.bytes / 2 ** 20)} MiB\n`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function timeOf(work: () => void): number {
  const begunMs = realClock.nowMs();
  work();
  return realClock.nowMs() - begunMs;
}

function exhaust(entries: Iterable<Entry>): void {
  for (const entry of entries) if (entry.seq < 0) throw new Error('a number below 0');
}

function write(file: string, entries: Iterable<Entry>): void {
  const fd = openSync(file, 'w');
  try {
    for (const entry of entries) writeSync(fd, `${JSON.stringify(entry)}\n`);
  } finally {
    closeSync(fd);
  }
}

function* stored(file: string): Generator<Entry, void, undefined> {
  for (const { entry } of placedEntries(file, refuse)) yield entry;
}

function refuse(doubt: string): never {
  throw new Error(doubt);
}

/** Looks at the memory of the process every thousand entries. */
class MostMemory {
  bytes = 0;

  over(entries: () => Iterable<Entry>): Iterable<Entry> {
    const look = (): void => {
      this.bytes = Math.max(this.bytes, process.memoryUsage().rss);
    };
    return {
      *[Symbol.iterator]() {
        let count = 0;
        for (const entry of entries()) {
          if (count++ % 1000 === 0) look();
          yield entry;
        }
        look();
      },
    };
  }
}

const [size, shape, source] = process.argv.slice(2);
if (size === undefined) measureAll();
else measure(Number(size), shape === 'watch' ? 'watch' : 'scenarios', source === 'file');
