/**
 * Plays a scenario on a virtual bench of which the run, or what is kept of the bench between runs, lies on a small tmpfs,
 * which is filled in one of its phases. To be started in a mount namespace of its own, with the folder to mount at. Prints
 * what came of each phase, a line of JSON for each.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringUp, takeLease, whoseFault } from '../bench/index.ts';
import { benchFolderAt } from '../bench/kept/bench-folder.ts';
import { openVirtualBench } from '../bench/virtual-bench.test-support.ts';
import { realClock } from '../clock.ts';
import { judgeScenario } from '../judge/index.ts';
import { play } from '../scenario/index.ts';
import { readTimeline } from '../timeline/index.ts';
import type { Phase } from '../timeline/index.ts';

/** From when on the disk is full: from a phase, just before the journal is written, or just after it says what is meant. */
type Moment = Phase | 'intent' | 'meant' | 'mended';
/** What lies on it: the run, or what is kept of the bench. */
type Place = 'run' | 'kept';

/** What came of it. */
export interface OnFullDisk {
  readonly place: Place;
  readonly moment: Moment;
  /** Outlets that were told to go off while no journal held an intent. */
  readonly unwritten: number;
  /** How often an outlet was to be told to go off at all. */
  readonly cuts: number;
  /** Whether any was off at any time. */
  readonly wasDark: boolean;
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

async function full(place: Place, from: Moment): Promise<OnFullDisk> {
  const stop = new AbortController();
  const broken = (error: Error): void => stop.abort(error);
  process.env['TMPDIR'] = place === 'run' ? mountedAt : elsewhere;
  const kept = place === 'kept' ? benchFolderAt(join(mountedAt, 'rack.bench')) : undefined;
  const opened = openVirtualBench(['dark'], [], broken, 'simulated', kept);
  const { bench, clock, recorder, run, simulated } = opened;
  const journal = kept?.journal ?? join(recorder.folder, 'journal.ndjson');
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
  const isAtJournal = from === 'intent' || from === 'meant' || from === 'mended';
  await run(bringUp(bench, stop.signal));
  if (isAtJournal) {
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
    const after: typeof intend = (...args) => {
      const intent = intend(...args);
      fill();
      return intent;
    };
    const ways = {
      intent: { intend: before(intend) },
      meant: { intend: after },
      mended: { mended: before(mended) },
    };
    Object.assign(book, ways[from]);
  }
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
  const powers = (): readonly string[] =>
    simulated.pdus.flatMap(({ outlets }) => outlets.map(({ power }) => power));
  const reached = (): boolean =>
    recorder.entriesOf('dark').some((entry) => entry.kind === 'phase' && entry.phase === from);
  if (!isAtJournal) {
    while (!reached()) await clock.advance(10);
    fill();
  }
  const over = new AbortController();
  void playing.finally(() => over.abort());
  let wasDark = false;
  while (!over.signal.aborted) {
    wasDark ||= powers().includes('off');
    await clock.advance(50);
  }
  const ending = await playing;
  const left = await run(bench.close());
  const verdict = judgeScenario(recorder.entries, 'dark');
  const seen: OnFullDisk = {
    place,
    moment: from,
    ...counted,
    wasDark,
    powers: powers(),
    left,
    ending,
    outcome: verdict.outcome,
    because: verdict.because,
    read: readTimeline(join(recorder.folder, 'timeline.ndjson')).entries.length,
    recorded: recorder.entries.length,
  };
  rmSync(filler, { force: true });
  if (kept) rmSync(kept.folder, { recursive: true });
  await opened.discard();
  return seen;
}

/** What is said to whoever takes a bench of which nothing can be written down. */
async function taking(): Promise<string> {
  fill();
  const lease = takeLease(benchFolderAt(join(mountedAt, 'rack.bench')), {
    command: 'fover run',
    clock: realClock,
    say: () => undefined,
  });
  const said = await lease.then(
    () => 'taken',
    (error: unknown) => `${whoseFault(error)}: ${String(error)}`,
  );
  rmSync(filler, { force: true });
  return said;
}

const elsewhere = tmpdir();
execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeBytes}`, 'tmpfs', mountedAt]);
const tried: readonly (readonly [Place, readonly Moment[]])[] = [
  ['run', ['intent', 'mended', 'steady', 'watch', 'heal', 'recovered']],
  // Later on, all that is written down of the bench has room in the pages that its files have already.
  ['kept', ['intent', 'meant', 'mended']],
];
for (const [place, moments] of tried)
  for (const moment of moments) process.stdout.write(`${JSON.stringify(await full(place, moment))}\n`);
process.stdout.write(`${JSON.stringify({ taking: await taking() })}\n`);
