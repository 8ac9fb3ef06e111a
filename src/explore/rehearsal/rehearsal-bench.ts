import { bringUp, bringUpScenario, PairUnsettled } from '../../bench/index.ts';
import type { Clock } from '../../clock.ts';
import { judgeScenario } from '../../judge/index.ts';
import type { ScenarioVerdict } from '../../judge/index.ts';
import type { UnitName } from '../../pair/index.ts';
import { openSecrets, readTopology } from '../../topology/index.ts';
import type { Topology } from '../../topology/index.ts';
import { holdTimeOver } from '../bounds.ts';
import { MemoryBook } from '../memory-book.ts';
import { Pace } from '../pace.ts';
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

/** Thrown for a pair that does not come to rest by its own doing, with what the judge makes of that. */
export class NeverAtRest extends Error {
  override readonly name = 'NeverAtRest';
  readonly verdict: ScenarioVerdict;

  constructor(verdict: ScenarioVerdict, options: ErrorOptions) {
    super(verdict.because, options);
    this.verdict = verdict;
  }
}

/**
 * Opens the bench of the topology that is ordered, brings the pair up as a run does, and sends probes through it.
 * Throws `UsageError` and `TopologyError` for what cannot be opened, `NeverAtRest` for a pair that is to blame that it
 * does not come up, `BenchError` for one of which nobody knows.
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
  const made: { book?: MemoryBook; pace?: Pace } = {};
  const opened = openVirtualBench({
    topology,
    secrets,
    seed,
    defects: defects.map((defect) => ({ defect })),
    pace: (clock) => (made.pace = paceFor(topology, clock)),
    book: (clock) =>
      (made.book = new MemoryBook(clock, run, ({ kind }) => kind !== 'observation' && made.pace?.stir())),
  });
  const { book, pace } = made;
  if (!book || !pace) throw new Error('the bench was opened without its book and its pace');
  const { bench, simulated } = opened;
  for (const { session } of Object.values(bench.consoles))
    session.onMessage(({ message }) => pace.hear(message));
  const tails = {
    primary: new ConsoleTail(simulated.units.primary.console),
    secondary: new ConsoleTail(simulated.units.secondary.console),
  };
  await opened.run(bringUp(bench, never)).catch((error: unknown) => {
    if (!(error instanceof PairUnsettled)) throw error;
    throw new NeverAtRest(judgeScenario(book.entries, bringUpScenario), { cause: error });
  });
  carryVirtualTraffic(bench, simulated.flows, probes);
  return { ...opened, book, tails };
}

/** Closely while something happens, and often enough at rest that nothing a guide gives a time for passes unseen. */
function paceFor({ pair: { failover } }: Topology, clock: Clock): Pace {
  const [pollMs, holdMs] = [failover['unit-poll'], failover['unit-hold']];
  const holdOver = holdTimeOver({ unitPollMs: pollMs, unitHoldMs: holdMs });
  const quickMs = Math.min(1000, Math.max(150, pollMs / 3));
  return new Pace(clock, quickMs, holdOver, Math.max(quickMs, Math.min(1000, pollMs)));
}
