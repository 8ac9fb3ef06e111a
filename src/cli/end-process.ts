/** How the process of a command ends: with the code that is due, whatever else in it wants to end it. */
import { exitCodes, tellError } from './exit-code.ts';

/** As the process came with it: while a run is on, a suite that calls it is told otherwise. */
const exit = process.exit.bind(process);

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
    leaveWith(due);
  });
  process.on('exit', (code) => {
    if (code === exitCodes.benchLeftDirty) return;
    if (!over)
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
  return leaveWith(due);
}

/** Ends the process at once, whatever in it is still under way. */
export function leaveWith(code: number): never {
  return exit(code);
}
