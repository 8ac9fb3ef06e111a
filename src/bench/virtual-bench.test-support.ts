/**
 * The simulated pair that comes with the tool, on a virtual clock: the real session, watch, journal and recorder
 * over consoles in memory. A minute of failover passes in a second, the same each time.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openVirtualBench as openFrom } from '../explore/index.ts';
import type { VirtualBench as OpenedBench } from '../explore/index.ts';
import type { BenchFolder } from './kept/bench-folder.ts';
import { openRecorder } from '../timeline/index.ts';
import type { Recorder } from '../timeline/index.ts';
import { openSecrets, readTopology } from '../topology/index.ts';
import type { VirtualClock } from '../virtual-clock.ts';

const topologies = resolve(import.meta.dirname, '../../topologies');

export interface VirtualBench extends Omit<OpenedBench, 'close'> {
  readonly recorder: Recorder;
  /** Closes everything and removes the folder of the run. */
  discard(): Promise<void>;
}

export function openVirtualBench(
  planned: readonly string[],
  defects: readonly string[] = [],
  onRecordingBroken?: (error: Error) => void,
  topologyName: 'simulated' | 'simulated-active-active' = 'simulated',
  kept?: BenchFolder,
): VirtualBench {
  const { topology, path, sha256 } = readTopology(join(topologies, `${topologyName}.yaml`));
  const secrets = openSecrets(topology, path, {});
  const parent = mkdtempSync(join(tmpdir(), 'virtual-bench-'));
  const folder = join(parent, 'run');
  const run = {
    tool: 'fover test',
    node: process.version,
    topology: { name: topology.name, sha256 },
    bench: 'simulated' as const,
    planned,
  };
  const begin = (clock: VirtualClock): Recorder => openRecorder(folder, run, clock, secrets.values());
  const made: { recorder?: Recorder } = {};
  const { close, ...opened } = openFrom({
    topology,
    secrets,
    seed: 1,
    defects: defects.map((defect) => ({ defect })),
    book: (clock) => (made.recorder = begin(clock)),
    journalFolder: folder,
    pace: () => ({ boundMs: 2000, restMs: 100 }),
    ...(kept ? { kept } : {}),
    ...(onRecordingBroken ? { onRecordingBroken } : {}),
  });
  const { recorder } = made;
  if (!recorder) throw new Error('the bench was opened without its recorder');
  const discard = async (): Promise<void> => {
    await close();
    recorder.close();
    rmSync(parent, { recursive: true });
  };
  return { ...opened, recorder, discard };
}
