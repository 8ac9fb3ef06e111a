import { StopRequested } from '../bench/index.ts';
import type { Terminal } from './terminal.ts';
import { exitCodes } from './exit-code.ts';

/**
 * The first Ctrl-C (or SIGTERM) asks the run to stop: what is broken is put back, then it ends. The second leaves
 * at once, says that the bench may be left broken, and exits with the code for it. Call `settle` when the run is over.
 */
export function listenForStop(terminal: Terminal): { readonly signal: AbortSignal; settle(): void } {
  const stopping = new AbortController();
  const listen = (name: NodeJS.Signals): void => {
    if (stopping.signal.aborted) {
      terminal.close();
      process.stderr.write(
        `${name} again: leaving at once. What was broken is named in journal.ndjson of the run; put it back by hand.\n`,
      );
      process.exit(exitCodes.benchLeftDirty);
    }
    terminal.say(`${name}: putting the bench back, then stopping; once more to leave at once`);
    stopping.abort(new StopRequested(`${name}: the run was asked to stop`));
  };
  const names = ['SIGINT', 'SIGTERM'] as const;
  for (const name of names) process.on(name, listen);
  return {
    signal: stopping.signal,
    settle: () => {
      for (const name of names) process.off(name, listen);
    },
  };
}
