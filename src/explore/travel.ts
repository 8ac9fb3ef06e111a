import { bringUp, missingForSteady, untilSteady } from '../bench/index.ts';
import type { Bench } from '../bench/index.ts';
import type { UnitName } from '../pair/index.ts';
import { probeEveryMs, settleBoundMs } from './bounds.ts';
import { doAll } from './do-all.ts';
import type { Evidence } from './evidence.ts';
import type { Journey } from './journey.ts';
import { MemoryBook } from './memory-book.ts';
import { Pace } from './pace.ts';
import { exploreSecrets, topologyOf } from './topology-of.ts';
import { carryVirtualTraffic } from './virtual-probes.ts';
import { openVirtualBench } from './virtual-bench.ts';
import type { VirtualBench } from './virtual-bench.ts';

const never = new AbortController().signal;

interface Opened extends VirtualBench {
  readonly book: MemoryBook;
  readonly pace: Pace;
}

/** Plays a journey from blank flash to the steady state after its last healing, and tells all that was seen. */
export async function travel(journey: Journey): Promise<Evidence> {
  const { bench, simulated, book, pace, run, close } = openFor(journey);
  await run(bringUp(bench, never));
  carryVirtualTraffic(bench, simulated.flows, probeEveryMs(journey.pair));
  const beganMs = bench.clock.nowMs();
  const deeds = await run(doAll(bench, journey, () => pace.stir()));
  const healedMs = bench.clock.nowMs();
  const steady = await run(untilSteady(bench, never));
  const missing = missingForSteady(bench.watch.latest);
  const configurations = {
    primary: await run(configurationOf(bench, 'primary')),
    secondary: await run(configurationOf(bench, 'secondary')),
  };
  const endedMs = bench.clock.nowMs();
  await close();
  const { entries } = book;
  return { journey, entries, deeds, beganMs, healedMs, steady, missing, configurations, endedMs };
}

function openFor(journey: Journey): Opened {
  const topology = topologyOf(journey.pair, settleBoundMs(journey.pair));
  const made: { book?: MemoryBook; pace?: Pace } = {};
  const run = {
    tool: 'explore',
    node: process.version,
    topology: { name: topology.name, sha256: '' },
    bench: 'simulated' as const,
    planned: [],
  };
  const opened = openVirtualBench({
    topology,
    secrets: exploreSecrets,
    seed: journey.luck,
    defects: [],
    pace: (clock) => (made.pace = new Pace(clock, Math.min(500, journey.pair.unitPollMs / 2))),
    book: (clock) => (made.book = new MemoryBook(clock, run)),
  });
  const { book, pace } = made;
  if (!book || !pace) throw new Error('the bench was opened without its book and its pace');
  for (const { session } of Object.values(opened.bench.consoles))
    session.onMessage(({ message }) => pace.hear(message));
  return { ...opened, book, pace };
}

/** What a unit runs with, without the one line in which the two units of a pair differ. */
async function configurationOf(bench: Bench, unit: UnitName): Promise<readonly string[]> {
  const { output } = await bench.tell(unit, 'show running-config');
  return output.split('\n').filter((line) => !/^(failover lan unit |:|Cryptochecksum)/.test(line.trim()));
}
