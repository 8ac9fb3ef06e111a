import { join, relative } from 'node:path';
import { realClock } from '../clock.ts';
import { UsageError } from '../errors.ts';
import { bringUp, carryTraffic, inWords, openBench, whoseFault } from '../bench/index.ts';
import type { Bench } from '../bench/index.ts';
import { play } from '../scenario/index.ts';
import { goLive, loadSuites, registeredScenarios, Told } from '../suite/index.ts';
import type { LoadedSuites } from '../suite/index.ts';
import { conclusionText, scenarioText } from '../report/index.ts';
import { openRecorder } from '../timeline/index.ts';
import type { Recorder } from '../timeline/index.ts';
import { openSecrets, readTopology, withEndpoints } from '../topology/index.ts';
import type { Secrets, Topology } from '../topology/index.ts';
import { judgeFolder } from './judge.ts';
import { frontDoor, suiteFile, suiteNames, toolVersion } from './places.ts';
import { startSimulatedBench } from './simulated-bench.ts';
import { listenForStop } from './stop-signal.ts';
import { openTerminal } from './terminal.ts';
import type { Terminal } from './terminal.ts';

export interface RunOptions {
  readonly topology: string;
  readonly reports: string;
  readonly defect?: readonly string[] | undefined;
}

/** What a run works with from its beginning to its end. */
interface Running {
  readonly topology: Topology;
  readonly secrets: Secrets;
  readonly recorder: Recorder;
  readonly terminal: Terminal;
  readonly suites: LoadedSuites;
  readonly stop: AbortSignal;
}

/** Plays suites on the bench of a topology, judges what was recorded and writes the report. Returns the exit code. */
export async function run(suiteNamesOrPaths: readonly string[], options: RunOptions): Promise<number> {
  const read = readTopology(options.topology);
  const secrets = openSecrets(read.topology, read.path, process.env);
  if (read.topology.pair.mode === 'active-active')
    throw new UsageError(`${options.topology}: Active/Active is read and checked, but not played yet`);
  if (options.defect?.length && !read.topology.simulated)
    throw new UsageError('--defect is for a simulated bench; this topology describes a real one');
  const suites = await loadSuites(
    (suiteNamesOrPaths.length > 0 ? suiteNamesOrPaths : suiteNames()).map(suiteFile),
    frontDoor,
  );
  const terminal = openTerminal(process.stdout, realClock);
  const stopping = listenForStop(terminal);
  const simulated = read.topology.simulated
    ? await startSimulatedBench(read.path, options.defect ?? [], realClock)
    : undefined;
  const folder = newRunFolder(options.reports, read.topology.name);
  try {
    const recorder = openRecorder(
      folder,
      {
        tool: `fover ${toolVersion}`,
        node: process.version,
        topology: { name: read.topology.name, sha256: read.sha256 },
        bench: simulated ? 'simulated' : 'real',
        planned: registeredScenarios().map(({ name }) => name),
      },
      realClock,
      secrets.values(),
    );
    const topology = simulated ? withEndpoints(read.topology, simulated.endpoints) : read.topology;
    await playAll({ topology, secrets, recorder, terminal, suites, stop: stopping.signal });
    recorder.end();
    recorder.close();
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

/** Opens the bench, plays everything, puts everything back. What goes wrong on the way is recorded, not thrown. */
async function playAll(running: Running): Promise<void> {
  const { recorder, terminal } = running;
  let bench: Bench | undefined;
  try {
    bench = await openBench({ ...running, clock: realClock, progress: terminal });
    await bringUp(bench, running.stop);
    await carryTraffic(bench);
    await playSuites(bench, running);
  } catch (error) {
    const message = inWords(error);
    terminal.say(message);
    recorder.record({ kind: 'trouble', atMs: recorder.now(), whose: whoseFault(error), message });
  } finally {
    const unverified = bench ? await bench.close() : [];
    for (const message of unverified)
      recorder.record({
        kind: 'trouble',
        atMs: recorder.now(),
        whose: 'bench',
        message: `could not be put back: ${message}`,
        benchLeftDirty: true,
      });
  }
}

/** Plays all suites in order. An error of ours, or a stop, ends them after the running scenario was healed. */
async function playSuites(bench: Bench, { recorder, terminal, suites, stop }: Running): Promise<void> {
  goLive({
    recorder,
    play: async (scenario) => {
      terminal.say(`● ${scenario.name}: ${scenario.title}`);
      try {
        return await play(bench, scenario, stop);
      } catch (error) {
        playing.stop();
        throw new Told(inWords(error), { cause: error });
      }
    },
    judged: (verdict) => terminal.say(indented(scenarioText(verdict))),
    pending: (scenario, why) => terminal.say(`● ${scenario.name}: pending, ${why}`),
  });
  const playing = suites.run((title, error) => {
    if (error instanceof Told) return;
    const message = `${title}: ${error instanceof Error ? error.message : String(error)}`;
    terminal.say(message);
    recorder.record({ kind: 'trouble', atMs: recorder.now(), whose: 'suite', message });
  });
  try {
    await playing.ended;
  } finally {
    goLive(undefined);
  }
}

const indented = (text: string): string => text.replaceAll(/^/gm, '  ');

function tellVerdict(folder: string): number {
  const { verdict } = judgeFolder(folder);
  const page = join(relative(process.cwd(), folder), 'index.html');
  process.stdout.write(`\n${conclusionText(verdict)}Report: ${page}\n`);
  return verdict.exitCode;
}
