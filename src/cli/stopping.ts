import { asError } from '../errors.ts';
import type { Clock } from '../clock.ts';
import { inWords, StopRequested } from '../bench/index.ts';
import type { Terminal } from './terminal.ts';
import { exitCodes } from './exit-code.ts';

/** How a run is asked to end before its time; what is broken is put back first. */
export interface Stopping {
  readonly signal: AbortSignal;
  /** Asks it from within: the recording broke, or we did. The first reason counts. */
  stop(why: Error): void;
  /** The run is over: signals and stray errors are nobody's business here any more. */
  settle(): void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Milliseconds in which signals count as one: Ctrl-C under npm comes from the terminal and once more from npm. */
const sameKeystrokeMs = 1000;

/**
 * The first Ctrl-C, SIGTERM or lost terminal asks the run to stop, and so does an error that nobody caught. The
 * second leaves at once, says that the bench may be left broken, and exits with the code for it.
 */
export function listenForStop(terminal: Terminal, clock: Clock): Stopping {
  const stopping = new AbortController();
  let firstMs: number | undefined;
  const onSignal = (name: NodeJS.Signals): void => {
    if (firstMs !== undefined) {
      if (clock.nowMs() - firstMs > sameKeystrokeMs) leave(name, terminal);
      return;
    }
    firstMs = clock.nowMs();
    terminal.say(`${name}: putting the bench back, then stopping; once more to leave at once`);
    stopping.abort(new StopRequested(`${name}: the run was asked to stop`));
  };
  const onStray = (error: unknown): void => {
    const stray = asError(error);
    if (stopping.signal.aborted && stopping.signal.reason !== error) terminal.say(inWords(stray));
    stopping.abort(stray);
  };
  for (const name of signals) process.on(name, onSignal);
  process.on('uncaughtException', onStray);
  // Mocha swallows rejections that nobody handles, as long as nobody else listens.
  process.on('unhandledRejection', onStray);
  return {
    signal: stopping.signal,
    stop: (why) => stopping.abort(why),
    settle: () => {
      for (const name of signals) process.off(name, onSignal);
      process.off('uncaughtException', onStray);
      process.off('unhandledRejection', onStray);
    },
  };
}

function leave(name: NodeJS.Signals, terminal: Terminal): never {
  terminal.close();
  process.stderr.write(
    `${name} again: leaving at once. What was broken is named in journal.ndjson of the run; put it back by hand.\n`,
  );
  process.exit(exitCodes.benchLeftDirty);
}
