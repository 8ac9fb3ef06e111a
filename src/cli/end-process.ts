/** How the process of a command ends: with the code that is due, whatever else in it wants to end it. */
import { exitCodes, tellError } from './exit-code.ts';

/**
 * Runs a command and ends the process with its code, or with that of its error. Code of a suite runs in this very
 * process: one that calls `process.exit`, or throws where nobody catches, must not end it as if all were well, and
 * one that leaves something running must not keep it alive.
 */
export async function endWith(command: () => number | Promise<number>): Promise<never> {
  // Whoever reads our output may go away, as `head` does; the command goes on, and its exit code tells how it went.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  let due: number = exitCodes.internal;
  let over = false;
  const tell = (error: unknown): void => {
    const { code, text } = tellError(error);
    process.stderr.write(`fover: ${text}\n`);
    due = code;
  };
  process.on('uncaughtException', (error) => {
    // While a run is on, it listens itself: it puts the bench back first.
    if (process.listenerCount('uncaughtException') > 1) return;
    tell(error);
    over = true;
    leave(due);
  });
  process.on('exit', (code) => {
    if (over || code === exitCodes.benchLeftDirty) return;
    process.stderr.write(
      'fover: the process was ended from within, before its time; is it a suite that does?\n',
    );
    process.exitCode = due;
  });
  try {
    due = await command();
  } catch (error) {
    tell(error);
  }
  over = true;
  await new Promise((resolve) => process.stdout.write('', resolve));
  return leave(due);
}

function leave(code: number): never {
  // oxlint-disable-next-line unicorn/no-process-exit -- what a suite left running must not keep the process
  process.exit(code);
}
