import { asError } from '../errors.ts';
import { pause, realClock } from '../clock.ts';
import { bringUp, bringUpScenario, carryTraffic, inWords, openBench, whoseFault } from '../bench/index.ts';
import type { Bench, BenchFolder, Fence } from '../bench/index.ts';
import { play } from '../scenario/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { goLive, Told } from '../suite/index.ts';
import type { LoadedSuites } from '../suite/index.ts';
import { calibrationOf, judgeScenario } from '../judge/index.ts';
import type { ScenarioVerdict, Waiver } from '../judge/index.ts';
import { scenarioText } from '../report/index.ts';
import type { Recorder, Trouble } from '../timeline/index.ts';
import type { Secrets, Topology } from '../topology/index.ts';
import { guardExit } from './guard-exit.ts';
import type { Stopping } from './stopping.ts';
import type { Terminal } from './terminal.ts';

/** What a run works with from its beginning to its end. */
export interface Running {
  readonly topology: Topology;
  readonly secrets: Secrets;
  readonly recorder: Recorder;
  readonly terminal: Terminal;
  readonly suites: LoadedSuites;
  readonly stopping: Stopping;
  readonly waivers?: readonly Waiver[] | undefined;
  /** The file where host keys are pinned that the topology says nothing of. */
  readonly knownHosts: string;
  /** What is kept of the bench between runs; left out where the bench ends with the process. */
  readonly kept?: BenchFolder | undefined;
  /** That the bench is ours, where others may take it. */
  readonly fence?: Fence | undefined;
}

/** How a run ended, beside what its timeline says. */
export interface RunEnd {
  /** What could not be put back, in words: someone must look at it. */
  readonly leftBroken: readonly string[];
  /** What is neither the bench's nor the pair's doing: an error of ours, or a recording that broke. */
  readonly failure?: unknown;
}

/**
 * Opens the bench, plays every suite, puts everything back. What goes wrong on the way is told and recorded as
 * soon as it does; nothing is thrown, so that what is left broken is known whatever else happened.
 */
export async function playRun(running: Running): Promise<RunEnd> {
  const { recorder, terminal, stopping } = running;
  let failure: unknown;
  const tell: Tell = (whose, message, benchLeftDirty = false) => {
    terminal.say(message);
    const dirty = benchLeftDirty ? { benchLeftDirty } : {};
    try {
      recorder.record({ kind: 'trouble', atMs: recorder.now(), whose, message, ...dirty });
    } catch (error) {
      failure ??= error;
    }
  };
  let bench: Bench | undefined;
  const tried: ScenarioVerdict[] = [];
  const release = guardExit(
    () => bench?.journal.open.map(({ restores }) => restores) ?? [],
    stopping.putBack,
  );
  try {
    bench = await openBench({
      ...running,
      clock: realClock,
      progress: terminal,
      onRecordingBroken: (error) => stopping.stop(error),
    });
    await bringUp(bench, stopping.signal);
    await carryTraffic(bench);
    await playSuites(bench, running, (verdict) => void (verdict.control && tried.push(verdict)));
    stopping.signal.throwIfAborted();
  } catch (error) {
    if (whoseFault(error) === 'ours') failure = error;
    // What the pair is to blame for is on record already, as a scenario.
    if (whoseFault(error) === 'pair')
      terminal.say(scenarioText(judgeScenario(recorder.entries, bringUpScenario, running.waivers)));
    else tell(whoseFault(error), inWords(error));
  }
  const leftBroken = bench ? await bench.close() : [];
  release();
  for (const message of leftBroken) tell('bench', `could not be put back: ${message}`, true);
  try {
    recorder.end(calibrationOf(tried));
  } catch (error) {
    failure ??= error;
  }
  return { leftBroken, ...(failure === undefined ? {} : { failure }) };
}

type Tell = (whose: Trouble['whose'], message: string, benchLeftDirty?: boolean) => void;

/** Milliseconds that a suite may take to end, once no scenario is played any more and the run is to stop. */
const suiteEndBoundMs = 1000;

/** Plays all suites in order. An error of ours, or a stop, ends them after the running scenario was healed. */
async function playSuites(
  bench: Bench,
  running: Running,
  judged: (verdict: ScenarioVerdict) => void,
): Promise<void> {
  const { recorder, terminal, suites, stopping, waivers } = running;
  let current: Promise<unknown> = Promise.resolve();
  goLive({
    recorder,
    waivers,
    // One after the other: mocha takes a test for over when an error strikes it from elsewhere, we do not.
    play: (scenario) => {
      const mine = current.then(() => playOne(bench, running, scenario));
      current = mine.catch(() => undefined);
      return mine;
    },
    judged: (verdict) => {
      judged(verdict);
      terminal.say(indented(scenarioText(verdict)));
    },
    pending: (scenario, why) => terminal.say(`● ${scenario.name}: pending, ${why}`),
  });
  const playing = suites.run((title, error) => {
    if (error instanceof Told || error === stopping.signal.reason) return;
    const message = `${title}: ${inWords(error)}`;
    terminal.say(message);
    bench.notebook.trouble('suite', message);
  });
  const stopped = async (): Promise<void> => {
    await aborted(stopping.signal);
    playing.stop();
    await current;
    await pause(realClock, suiteEndBoundMs);
  };
  try {
    await Promise.race([playing.ended, stopped()]);
  } finally {
    await current;
    goLive(undefined);
  }
}

async function playOne(
  bench: Bench,
  { terminal, stopping }: Running,
  scenario: Scenario,
): ReturnType<typeof play> {
  stopping.signal.throwIfAborted();
  terminal.say(`● ${scenario.name}: ${scenario.title}`);
  try {
    return await play(bench, scenario, stopping.signal);
  } catch (error) {
    stopping.stop(asError(error));
    throw new Told(inWords(error), { cause: error });
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

const indented = (text: string): string => text.replaceAll(/^/gm, '  ');
