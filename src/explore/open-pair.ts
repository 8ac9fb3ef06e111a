import { holdTimeOver, quickestMs, settleBoundMs } from './bounds.ts';
import type { JourneyPair } from './journey.ts';
import { MemoryBook } from './memory-book.ts';
import { Pace } from './pace.ts';
import { exploreSecrets, topologyOf } from './topology-of.ts';
import type { Entry } from '../timeline/index.ts';
import { openVirtualBench } from './virtual-bench.ts';
import type { VirtualBench } from './virtual-bench.ts';

/** A drawn pair on a virtual bench, with its timeline in memory. */
export interface OpenedPair extends VirtualBench {
  readonly book: MemoryBook;
  readonly pace: Pace;
}

function isDeed(entry: Entry): boolean {
  return (
    (entry.kind === 'action-begun' && entry.scenario !== undefined) ||
    (entry.kind === 'action' && entry.role !== 'setup')
  );
}

/** Opens the bench of a drawn pair; both units boot from blank flash. */
export function openPair(
  pair: JourneyPair,
  luck: number,
  defects: readonly string[] = [],
  slowestMs?: number,
): OpenedPair {
  const topology = topologyOf(pair, settleBoundMs(pair));
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
    seed: luck,
    defects: defects.map((defect) => ({ defect })),
    pace: (clock) => (made.pace = new Pace(clock, quickestMs(pair), holdTimeOver(pair), slowestMs)),
    book: (clock) => (made.book = new MemoryBook(clock, run, (entry) => isDeed(entry) && made.pace?.stir())),
  });
  const { book, pace } = made;
  if (!book || !pace) throw new Error('the bench was opened without its book and its pace');
  for (const { session } of Object.values(opened.bench.consoles))
    session.onMessage(({ message }) => pace.hear(message));
  return { ...opened, book, pace };
}
