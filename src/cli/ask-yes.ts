import { createInterface } from 'node:readline/promises';
import { UsageError } from '../errors.ts';
import { visibleText } from '../report/index.ts';

/** Whether somebody is there who can be asked. */
const isAttended = (): boolean => process.stdin.isTTY && process.stderr.isTTY;

/** Throws `UsageError` where consent is needed, `--yes` was not given, and nobody is there to be asked. */
export function refuseUnattended(what: string, yes: boolean | undefined): void {
  if (yes || isAttended()) return;
  throw new UsageError(`${what}, and nobody is there to be asked; run it at a terminal, or say --yes`);
}

/** Asks for consent at the terminal; `yes` is given on the command line. Anything but `yes` is no. */
export async function askYes(
  question: string,
  yes: boolean | undefined,
  signal?: AbortSignal,
): Promise<boolean> {
  if (yes) return true;
  if (!isAttended())
    throw new UsageError(`${question} Nobody is there to be asked; run it at a terminal, or say --yes`);
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  try {
    const asked = lines.question(`${visibleText(question)} Type yes to go on: `, signal ? { signal } : {});
    const gone = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
    return (await Promise.race([asked, gone])).trim().toLowerCase() === 'yes';
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    lines.close();
  }
}
