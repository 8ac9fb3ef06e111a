/**
 * Plays a scenario on a virtual bench whose run lies on a small tmpfs, which is filled in one of its phases. To be started
 * in a mount namespace of its own, with the folder to mount at. Prints what came of each phase, a line of JSON for each.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bringUp, whoseFault } from '../bench/index.ts';
import { openVirtualBench } from '../bench/virtual-bench.test-support.ts';
import { judgeScenario } from '../judge/index.ts';
import { play } from '../scenario/index.ts';
import { readTimeline } from '../timeline/index.ts';
import type { Phase } from '../timeline/index.ts';

/** From when on the disk is full: from a phase, or just before the journal is written. */
type Moment = Phase | 'intent' | 'mended';

/** What came of it. */
export interface OnFullDisk {
  readonly moment: Moment;
  /** Outlets that were told to go off while no journal held an intent. */
  readonly unwritten: number;
  /** How often an outlet was told to go off at all. */
  readonly cuts: number;
  readonly powers: readonly string[];
  /** What the bench could not put back in the end. */
  readonly left: readonly string[];
  /** Whose the end of the scenario is, and in which words. */
  readonly ending: string;
  readonly outcome: string;
  readonly because: string;
  /** Whole entries that a reader finds, and those that the recorder took. */
  readonly read: number;
  readonly recorded: number;
}

const [mountedAt = ''] = process.argv.slice(2);
const filler = join(mountedAt, 'filler');
const sizeBytes = 4 << 20;
const pageBytes = 4096;

function fill(): void {
  try {
    writeFileSync(filler, Buffer.alloc(sizeBytes));
  } catch {
    // That is what it is for: all that was free is taken.
  }
}

async function full(from: Moment): Promise<OnFullDisk> {
  const stop = new AbortController();
  const opened = openVirtualBench(['dark'], [], (error) => stop.abort(error));
  const { bench, clock, recorder, run, simulated } = opened;
  const journal = join(recorder.folder, 'journal.ndjson');
  const counted = { cuts: 0, unwritten: 0 };
  for (const pdu of bench.pdus.values()) {
    const set = pdu.set.bind(pdu);
    const counting: typeof set = (outlet, wish) => {
      if (wish === 'off') {
        counted.cuts += 1;
        if (!/"intent".*\n/.test(readFileSync(journal, 'utf8'))) counted.unwritten += 1;
      }
      return set(outlet, wish);
    };
    Object.assign(pdu, { set: counting });
  }
  const { journal: book } = bench;
  if (from === 'intent' || from === 'mended') {
    const [intend, mended] = [book.intend.bind(book), book.mended.bind(book)];
    const before =
      <A extends readonly unknown[], R>(write: (...args: A) => R): ((...args: A) => R) =>
      (...args) => {
        // What is left of the page that its last line is on would take one more.
        const lacks = pageBytes - (statSync(journal).size % pageBytes);
        if (lacks < pageBytes) appendFileSync(journal, '\n'.repeat(lacks));
        fill();
        return write(...args);
      };
    Object.assign(book, from === 'intent' ? { intend: before(intend) } : { mended: before(mended) });
  }
  await run(bringUp(bench, stop.signal));
  const scenario = {
    name: 'dark',
    title: 'dark',
    requirements: [],
    begin: 'primary',
    fault: 'unit-power-loss',
    target: 'active',
    watch: 'failover',
  } as const;
  const playing = play(bench, scenario, stop.signal).then(
    () => 'played',
    (error: unknown) => `${whoseFault(error)}: ${String(error)}`,
  );
  const reached = (): boolean =>
    recorder.entriesOf('dark').some((entry) => entry.kind === 'phase' && entry.phase === from);
  if (from === 'intent' || from === 'mended') {
    await run(playing);
  } else {
    while (!reached()) await clock.advance(10);
    fill();
  }
  const ending = await run(playing);
  const left = await run(bench.close());
  const verdict = judgeScenario(recorder.entries, 'dark');
  const seen: OnFullDisk = {
    moment: from,
    ...counted,
    powers: simulated.pdus.flatMap(({ outlets }) => outlets.map(({ power }) => power)),
    left,
    ending,
    outcome: verdict.outcome,
    because: verdict.because,
    read: readTimeline(join(recorder.folder, 'timeline.ndjson')).entries.length,
    recorded: recorder.entries.length,
  };
  rmSync(filler, { force: true });
  await opened.discard();
  return seen;
}

execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeBytes}`, 'tmpfs', mountedAt]);
process.env['TMPDIR'] = mountedAt;
for (const moment of ['intent', 'mended', 'steady', 'watch', 'heal', 'recovered'] as const)
  process.stdout.write(`${JSON.stringify(await full(moment))}\n`);
