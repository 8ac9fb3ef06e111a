import { realClock } from '../clock.ts';
import { bringUp, carryTraffic, inWords, openBench, whoseFault } from '../bench/index.ts';
import type { Bench } from '../bench/index.ts';
import { play } from '../scenario/index.ts';
import { goLive, Told } from '../suite/index.ts';
import type { LoadedSuites } from '../suite/index.ts';
import { scenarioText } from '../report/index.ts';
import type { Recorder, Trouble } from '../timeline/index.ts';
import type { Secrets, Topology } from '../topology/index.ts';
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
}

/**
 * Opens the bench, plays every suite, puts everything back. What goes wrong on the way is told and recorded, not
 * thrown, except that a recording that broke throws its `BenchError`, after the bench was put back.
 */
export async function playRun(running: Running): Promise<void> {
  const { recorder, terminal, stopping } = running;
  const tell = (whose: Trouble['whose'], message: string, benchLeftDirty = false): void => {
    terminal.say(message);
    const dirty = benchLeftDirty ? { benchLeftDirty } : {};
    recorder.record({ kind: 'trouble', atMs: recorder.now(), whose, message, ...dirty });
  };
  let bench: Bench | undefined;
  try {
    bench = await openBench({
      ...running,
      clock: realClock,
      progress: terminal,
      onRecordingBroken: (error) => stopping.stop(error),
    });
    await bringUp(bench, stopping.signal);
    await carryTraffic(bench);
    await playSuites(bench, running);
    stopping.signal.throwIfAborted();
  } catch (error) {
    await putBack(bench, tell);
    tell(whoseFault(error), inWords(error));
    recorder.end();
    if (whoseFault(error) === 'ours') throw error;
    return;
  }
  await putBack(bench, tell);
  recorder.end();
}

type Tell = (whose: Trouble['whose'], message: string, benchLeftDirty?: boolean) => void;

async function putBack(bench: Bench | undefined, tell: Tell): Promise<void> {
  for (const message of bench ? await bench.close() : [])
    tell('bench', `could not be put back: ${message}`, true);
}

/** Plays all suites in order. An error of ours, or a stop, ends them after the running scenario was healed. */
async function playSuites(bench: Bench, { recorder, terminal, suites, stopping }: Running): Promise<void> {
  goLive({
    recorder,
    play: async (scenario) => {
      terminal.say(`● ${scenario.name}: ${scenario.title}`);
      try {
        return await play(bench, scenario, stopping.signal);
      } catch (error) {
        stopping.stop(error instanceof Error ? error : new Error(String(error)));
        playing.stop();
        throw new Told(inWords(error), { cause: error });
      }
    },
    judged: (verdict) => terminal.say(indented(scenarioText(verdict))),
    pending: (scenario, why) => terminal.say(`● ${scenario.name}: pending, ${why}`),
  });
  const playing = suites.run((title, error) => {
    if (error instanceof Told) return;
    const message = `${title}: ${inWords(error)}`;
    terminal.say(message);
    bench.notebook.trouble('suite', message);
  });
  try {
    await playing.ended;
  } finally {
    goLive(undefined);
  }
}

const indented = (text: string): string => text.replaceAll(/^/gm, '  ');
