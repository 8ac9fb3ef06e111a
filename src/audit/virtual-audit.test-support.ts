/** An audit on a virtual bench: a topology that says one thing, and a bench that may be cabled otherwise. */
import { resolve } from 'node:path';
import { bringUp } from '../bench/index.ts';
import type { Bench } from '../bench/index.ts';
import { MemoryBook } from '../explore/memory-book.ts';
import { openVirtualBench } from '../explore/index.ts';
import type { VirtualBench } from '../explore/index.ts';
import { openSecrets, readTopology } from '../topology/index.ts';
import type { Topology } from '../topology/index.ts';
import { audit, planAudit, restOf } from './index.ts';
import type { Audited, Finding } from './index.ts';

/** A topology that can be edited: a copy of one that was read. */
export type Edited = { -readonly [K in keyof Topology]: Topology[K] };

const folder = resolve(import.meta.dirname, '../../topologies');

export interface Tried {
  readonly audited: Audited;
  readonly bench: Bench;
  readonly entries: MemoryBook['entries'];
  /** What could not be put back. */
  readonly left: readonly string[];
}

export interface Trial {
  readonly topology?: string;
  /** What the topology says that is not so. */
  readonly declare?: (topology: Edited) => void;
  /** How the bench is, where that differs from the file. */
  readonly make?: (topology: Edited) => void;
  /** Before the audit begins, when the pair is steady. */
  readonly spoil?: (opened: VirtualBench, stop: AbortController) => void;
  readonly onFinding?: (finding: Finding, opened: VirtualBench, stop: AbortController) => void;
}

/** Brings a pair up, audits it, closes the bench. */
export async function tryAudit(trial: Trial): Promise<Tried> {
  const { topology: written, path } = readTopology(resolve(folder, `${trial.topology ?? 'simulated'}.yaml`));
  const truth = structuredClone(written) as Edited;
  trial.make?.(truth);
  const topology = structuredClone(truth);
  trial.declare?.(topology);
  const made: { book?: MemoryBook; simulated?: VirtualBench['simulated'] } = {};
  const run = {
    tool: 't',
    node: '',
    topology: { name: '', sha256: '' },
    bench: 'simulated',
    planned: [],
  } as const;
  const opened = openVirtualBench({
    topology,
    truth,
    secrets: openSecrets(written, path, {}),
    seed: 1,
    defects: [],
    book: (clock) => (made.book = new MemoryBook(clock, run, () => refuseDarkness(truth, made.simulated))),
    pace: () => ({ boundMs: 2000, restMs: 100 }),
  });
  const { bench } = opened;
  made.simulated = opened.simulated;
  const stop = new AbortController();
  const all = async (): Promise<Audited> => {
    await bringUp(bench, stop.signal);
    trial.spoil?.(opened, stop);
    const rest = await restOf(bench, stop.signal);
    const plan = planAudit(topology, rest.standby);
    return audit(bench, plan, rest, stop.signal, (finding) => trial.onFinding?.(finding, opened, stop));
  };
  const audited = await opened.run(all());
  const left = await opened.run(bench.close());
  opened.simulated.close();
  return { audited, bench, entries: made.book?.entries ?? [], left };
}

/** Looked at with everything that is recorded: at no time may both units be without power. */
function refuseDarkness({ units }: Topology, simulated: VirtualBench['simulated'] | undefined): void {
  if (!simulated) return;
  const isDark = (unit: 'primary' | 'secondary'): boolean =>
    units[unit].power.every(({ pdu, outlet }) => {
      const { outlets = [] } = simulated.pdus.find(({ name }) => name === pdu) ?? {};
      return outlets.find(({ number }) => String(number) === outlet)?.power !== 'on';
    });
  if (isDark('primary') && isDark('secondary')) throw new Error('both units are without power');
}
