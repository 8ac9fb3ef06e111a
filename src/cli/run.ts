import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { realClock } from '../clock.ts';
import { UsageError } from '../errors.ts';
import { conclusionText } from '../report/index.ts';
import { loadSuites, registeredScenarios } from '../suite/index.ts';
import { openRecorder } from '../timeline/index.ts';
import { openSecrets, readTopology, withEndpoints } from '../topology/index.ts';
import { judgeFolder } from './judge.ts';
import { frontDoor, suiteFile, suiteNames, toolVersion } from './places.ts';
import { playRun } from './play-run.ts';
import { startSimulatedBench } from './simulated-bench.ts';
import type { SimulatedBench } from './simulated-bench.ts';
import { listenForStop } from './stopping.ts';
import { openTerminal } from './terminal.ts';

export interface RunOptions {
  readonly topology: string;
  readonly reports: string;
  readonly defect: readonly string[];
}

/** Plays suites on the bench of a topology, judges what was recorded and writes the report. Returns the exit code. */
export async function run(suiteNamesOrPaths: readonly string[], options: RunOptions): Promise<number> {
  const read = readTopology(options.topology);
  const secrets = openSecrets(read.topology, read.path, process.env);
  if (read.topology.pair.mode === 'active-active')
    throw new UsageError(`${options.topology}: Active/Active is read and checked, but not played yet`);
  if (options.defect.length > 0 && !read.topology.simulated)
    throw new UsageError('--defect is for a simulated bench; this topology describes a real one');
  const files = (suiteNamesOrPaths.length > 0 ? suiteNamesOrPaths : suiteNames()).map(suiteFile);
  const suites = await loadSuites(files, frontDoor);
  const folder = newRunFolder(options.reports, read.topology.name);
  const terminal = openTerminal(process.stdout, realClock);
  const stopping = listenForStop(terminal);
  let simulated: SimulatedBench | undefined;
  try {
    if (read.topology.simulated) simulated = await startSimulatedBench(read.path, options.defect, realClock);
    const begun = {
      tool: `fover ${toolVersion}`,
      node: process.version,
      topology: { name: read.topology.name, sha256: read.sha256 },
      bench: simulated ? ('simulated' as const) : ('real' as const),
      planned: registeredScenarios().map(({ name }) => name),
    };
    const recorder = openRecorder(folder, begun, realClock, secrets.values());
    const topology = simulated ? withEndpoints(read.topology, simulated.endpoints) : read.topology;
    await playRun({ topology, secrets, recorder, terminal, suites, stopping });
  } catch (error) {
    if (existsSync(join(folder, 'timeline.ndjson'))) judgeFolder(folder);
    throw error;
  } finally {
    await simulated?.stop();
    terminal.close();
    stopping.settle();
  }
  return tellVerdict(folder);
}

/** `<reports>/<time>-<topology>`, the time in UTC. */
function newRunFolder(reports: string, name: string): string {
  const time = realClock.wall().toISOString().replaceAll(/[:.]/g, '-').slice(0, 19);
  return join(reports, `${time}-${name}`);
}

function tellVerdict(folder: string): number {
  const { verdict } = judgeFolder(folder);
  const page = join(relative(process.cwd(), folder), 'index.html');
  process.stdout.write(`\n${conclusionText(verdict)}Report: ${page}\n`);
  return verdict.exitCode;
}
