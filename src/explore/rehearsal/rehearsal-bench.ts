import { bringUp } from '../../bench/index.ts';
import type { UnitName } from '../../pair/index.ts';
import { openSecrets, readTopology } from '../../topology/index.ts';
import type { Topology } from '../../topology/index.ts';
import { MemoryBook } from '../memory-book.ts';
import { openVirtualBench } from '../virtual-bench.ts';
import type { VirtualBench } from '../virtual-bench.ts';
import { carryVirtualTraffic } from '../virtual-probes.ts';
import { ConsoleTail } from './console-tail.ts';
import type { RehearsalOrder } from './rehearsed.ts';

const never = new AbortController().signal;
/** Often enough to see any outage that a guide gives a time for. */
const probes = { everyMs: 100, batchEveryMs: 1000 };

/** A virtual bench of a topology file, its pair configured and steady. */
export interface RehearsalBench extends VirtualBench {
  readonly book: MemoryBook;
  readonly tails: Readonly<Record<UnitName, ConsoleTail>>;
}

/**
 * Opens the bench of the topology that is ordered, brings the pair up as a run does, and sends probes through it.
 * Throws `UsageError` and `TopologyError` for what cannot be opened, `BenchError` for a pair that does not come up.
 */
export async function openRehearsalBench(
  { topology: path, defects, seed }: RehearsalOrder,
  planned: readonly string[],
): Promise<RehearsalBench> {
  const { topology, sha256, path: found } = readTopology(path);
  const secrets = openSecrets(topology, found, process.env);
  const run = {
    tool: 'rehearse',
    node: process.version,
    topology: { name: topology.name, sha256 },
    bench: 'simulated' as const,
    planned,
  };
  const made: { book?: MemoryBook } = {};
  const opened = openVirtualBench({
    topology,
    secrets,
    seed,
    defects: defects.map((defect) => ({ defect })),
    pace: () => ({ boundMs: 2000, restMs: restMs(topology) }),
    book: (clock) => (made.book = new MemoryBook(clock, run)),
  });
  const { book } = made;
  if (!book) throw new Error('the bench was opened without its book');
  const { bench, simulated } = opened;
  const tails = {
    primary: new ConsoleTail(simulated.units.primary.console),
    secondary: new ConsoleTail(simulated.units.secondary.console),
  };
  await opened.run(bringUp(bench, never));
  carryVirtualTraffic(bench, simulated.flows, probes);
  return { ...opened, book, tails };
}

/** How long a console is left alone between two questions: nothing that a guide gives a time for passes unseen. */
function restMs({ pair: { failover } }: Topology): number {
  return Math.min(1000, Math.max(150, failover['unit-poll'] / 3));
}
