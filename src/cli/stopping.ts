import { asError } from '../errors.ts';
import type { Clock } from '../clock.ts';
import { inWords, StopRequested } from '../bench/index.ts';
import { leaveWith } from './end-process.ts';
import { tellAside } from './say.ts';
import type { Terminal } from './terminal.ts';
import { exitCodes } from './exit-code.ts';
import { refuseExit } from './refuse-exit.ts';
import { watchLoop } from './watch-loop.ts';

/** How a run is asked to end before its time; what is broken is put back first. */
export interface Stopping {
  readonly signal: AbortSignal;
  /** What to do about a bench that was left broken, in words. */
  readonly putBack: string;
  /** Asks it from within: the recording broke, or we did. The first reason counts. */
  stop(why: Error): void;
  /** The run is over: signals and stray errors are nobody's business here any more. */
  settle(): void;
}

/** The first of these asks; another one of the second kind leaves at once, as the last kind does the first time. */
const asks = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const insists: ReadonlySet<NodeJS.Signals> = new Set(['SIGINT', 'SIGTERM']);
const leaves = 'SIGQUIT';

/** Milliseconds in which signals count as one: Ctrl-C under npm comes from the terminal and once more from npm. */
const sameKeystrokeMs = 1000;

/** What is said of a bench that was left broken: one of our own has ended with the run, another one is there yet. */
export function putBackWords(topologyPath: string, endsWithRun: boolean): string {
  if (endsWithRun) return 'The simulated bench of the run ends with it; there is nothing to put back.';
  return `Put it back: fover recover ${topologyPath}`;
}

/**
 * The first Ctrl-C, SIGTERM or lost terminal asks the run to stop, and so does an error that nobody caught, and an event
 * loop that stands still. The second Ctrl-C or SIGTERM leaves at once, says that the bench may be left broken and what
 * puts it back, and exits with the code for it; SIGQUIT does the first time. A terminal that is lost while the bench is
 * put back is nobody's wish to leave it broken. All ends of a run stand in README.md, «How a run ends».
 */
export function listenForStop(terminal: Terminal, clock: Clock, putBack: string): Stopping {
  const stopping = new AbortController();
  let firstMs: number | undefined;
  const onSignal = (name: NodeJS.Signals): void => {
    const isFirst = firstMs === undefined;
    if (!isFirst && insists.has(name) && clock.nowMs() - (firstMs ?? 0) > sameKeystrokeMs)
      leave(`${name} again`, terminal, putBack);
    firstMs ??= clock.nowMs();
    if (!isFirst) return;
    terminal.say(`${name}: putting the bench back, then stopping; once more to leave at once`);
    stopping.abort(new StopRequested(`${name}: the run was asked to stop`));
  };
  const onQuit = (): void => leave(leaves, terminal, putBack);
  const onStray = (error: unknown): void => {
    const stray = asError(error);
    if (stopping.signal.aborted && stopping.signal.reason !== error) terminal.say(inWords(stray));
    stopping.abort(stray);
  };
  for (const name of asks) process.on(name, onSignal);
  process.on(leaves, onQuit);
  process.on('uncaughtException', onStray);
  // Mocha swallows rejections that nobody handles, as long as nobody else listens.
  process.on('unhandledRejection', onStray);
  const unwatch = watchLoop(
    {
      ask: (why) => stopping.abort(why),
      end: (why) => {
        tellAside(`fover: ${why.message}; leaving\n`);
        leaveWith(exitCodes.internal);
      },
      blind: (why) => terminal.say(`whether this process still turns is not watched: ${why}`),
    },
    clock,
  );
  const allowExit = refuseExit((why) => stopping.abort(why));
  return {
    signal: stopping.signal,
    putBack,
    stop: (why) => stopping.abort(why),
    settle: () => {
      unwatch();
      allowExit();
      for (const name of asks) process.off(name, onSignal);
      process.off(leaves, onQuit);
      process.off('uncaughtException', onStray);
      process.off('unhandledRejection', onStray);
    },
  };
}

function leave(why: string, terminal: Terminal, putBack: string): never {
  terminal.close();
  tellAside(
    `${why}: leaving at once. What was broken stays so; journal.ndjson of the run names it. ${putBack}\n`,
  );
  return leaveWith(exitCodes.benchLeftDirty);
}
