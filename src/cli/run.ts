import { readdirSync, rmdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { benchFolderBeside, driversOf } from '../bench/index.ts';
import { realClock } from '../clock.ts';
import { UsageError } from '../errors.ts';
import type { Waiver } from '../judge/index.ts';
import { conclusionText } from '../report/index.ts';
import { loadSuites, registeredScenarios } from '../suite/index.ts';
import { openRecorder } from '../timeline/index.ts';
import type { RunToRecord } from '../timeline/index.ts';
import { knownHostsPath, readTopology, withEndpoints } from '../topology/index.ts';
import { askedSuites, asksNothing } from './asked-suites.ts';
import { requireCleanBench } from './clean-bench.ts';
import { exitCodes, tellError } from './exit-code.ts';
import { holdForRun } from './hold-bench.ts';
import { judgeFolder } from './judge.ts';
import { secretsOf } from './keep-secrets.ts';
import { newRunFolder } from './new-run-folder.ts';
import { frontDoor, toolVersion } from './places.ts';
import { plainProgress } from './plain-progress.ts';
import { planOf } from './planned.ts';
import { playRun } from './play-run.ts';
import { refuseInterlocked } from './refuse-interlocked.ts';
import { readWaivers } from './read-waivers.ts';
import type { RunEnd } from './play-run.ts';
import { tell, tellAside } from './say.ts';
import { startSimulatedBench } from './simulated-bench.ts';
import type { SimulatedBench } from './simulated-bench.ts';
import { listenForStop, putBackWords } from './stopping.ts';
import { openTerminal } from './terminal.ts';

export interface RunOptions {
  readonly topology: string;
  readonly reports: string;
  readonly defect: readonly string[];
  readonly waivers?: string | undefined;
  /** Whether the instruments are tried before everything else. */
  readonly controls: boolean;
  /** Whether what is left open on the bench is put back first. */
  readonly recover?: true | undefined;
}

/** Plays suites on the bench of a topology, judges what was recorded and writes the report. Returns the exit code. */
export async function run(suiteNamesOrPaths: readonly string[], options: RunOptions): Promise<number> {
  const read = readTopology(options.topology);
  const secrets = secretsOf(read.topology, read.path);
  if (options.defect.length > 0 && !read.topology.simulated)
    throw new UsageError('--defect is for a simulated bench; this topology describes a real one');
  if (options.defect.length > 0) options.defect.forEach((await import('./wanted.ts')).wantedDefect);
  const waivers = options.waivers === undefined ? undefined : readWaivers(options.waivers);
  const files = askedSuites(suiteNamesOrPaths, read.topology, options.controls);
  const suites = await loadSuites(files, frontDoor);
  if (asksNothing(suiteNamesOrPaths, registeredScenarios()))
    throw new UsageError(
      `nothing would be asked of the pair: no scenario is certified in ${files.join(', ')}`,
    );
  const kept = read.topology.simulated ? undefined : benchFolderBeside(read.path);
  const { topology: written } = read;
  refuseInterlocked(planOf(written, registeredScenarios()), { topology: written, clock: realClock, kept });
  const knownHosts = knownHostsPath(read.path);
  const folder = newRunFolder(options.reports, read.topology.name);
  const terminal = openTerminal(process.stdout, realClock);
  const putBack = putBackWords(options.topology, read.topology.simulated !== undefined);
  const stopping = listenForStop(terminal, realClock, putBack);
  let simulated: SimulatedBench | undefined;
  let end: RunEnd;
  try {
    const fence = await holdForRun(kept, folder, terminal, stopping);
    if (kept)
      await requireCleanBench({
        topology: read.topology,
        secrets,
        clock: realClock,
        progress: plainProgress,
        knownHosts,
        kept,
        fence,
        named: options.topology,
        recovers: options.recover === true,
      });
    if (read.topology.simulated)
      simulated = await startSimulatedBench(read.path, options.defect, realClock, (why) =>
        stopping.stop(why),
      );
    const recorder = openRecorder(folder, beginningOf(read), realClock, secrets.values());
    const topology = simulated ? withEndpoints(read.topology, simulated.endpoints) : read.topology;
    end = await playRun({
      topology,
      secrets,
      recorder,
      terminal,
      suites,
      stopping,
      waivers,
      knownHosts,
      kept,
      fence,
    });
  } finally {
    await simulated?.stop();
    terminal.close();
    stopping.settle();
    if (readdirSync(folder).length === 0) rmdirSync(folder);
  }
  return conclude(folder, end, waivers);
}

/** What a run says of itself before it begins. */
function beginningOf({ topology, sha256 }: ReturnType<typeof readTopology>): RunToRecord {
  return {
    tool: `fover ${toolVersion}`,
    node: process.version,
    topology: { name: topology.name, sha256 },
    bench: topology.simulated ? 'simulated' : 'real',
    drivers: driversOf(topology),
    planned: registeredScenarios().map(({ name }) => name),
  };
}

/** Tells the verdict and gives the exit code. A bench left broken outranks whatever else went wrong. */
function conclude(
  folder: string,
  { leftBroken, failure }: RunEnd,
  waivers: readonly Waiver[] | undefined,
): number {
  try {
    const code = tellVerdict(folder, waivers);
    if (failure === undefined) return code;
    throw failure;
  } catch (error) {
    if (leftBroken.length === 0) throw error;
    tellAside(`fover: ${tellError(error).text}\nleft broken: ${leftBroken.join('; ')}\n`);
    return exitCodes.benchLeftDirty;
  }
}

function tellVerdict(folder: string, waivers: readonly Waiver[] | undefined): number {
  const { verdict } = judgeFolder(folder, waivers);
  const page = join(relative(process.cwd(), folder), 'index.html');
  tell(`\n${conclusionText(verdict)}Report: ${page}\n`);
  return verdict.exitCode;
}
