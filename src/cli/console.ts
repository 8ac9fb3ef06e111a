import { relative } from 'node:path';
import { openConsoleLine } from '../bench/index.ts';
import { asError, UsageError } from '../errors.ts';
import { unitNames } from '../pair/index.ts';
import type { UnitName } from '../pair/index.ts';
import { visibleText } from '../report/index.ts';
import { openRecorder } from '../timeline/index.ts';
import type { Recorder } from '../timeline/index.ts';
import { atBench } from './at-bench.ts';
import type { AtBench } from './at-bench.ts';
import { ConsoleTalk } from './console-talk.ts';
import { exitCodes } from './exit-code.ts';
import { holding } from './hold-bench.ts';
import { newRunFolder } from './new-run-folder.ts';
import { toolVersion } from './places.ts';
import { TerminalFilter } from './terminal-filter.ts';

export interface ConsoleOptions {
  readonly reports: string;
}

/**
 * The console of a unit at this terminal, until the user leaves it or the line is lost. What it prints is kept in
 * `reports/`, secrets masked. Returns the exit code.
 */
export async function consoleOf(path: string, name: string, { reports }: ConsoleOptions): Promise<number> {
  const unit = unitNames.find((each) => each === name);
  if (!unit) throw new UsageError(`there is no unit ${name}; expected ${unitNames.join(' or ')}`);
  if (!process.stdin.isTTY) throw new UsageError('fover console needs a terminal to type at');
  const bench = await holding(atBench(path));
  const opened = await openConsoleLine(unit, bench);
  const folder = newRunFolder(reports, `${bench.topology.name}-console`);
  const recorder = record(bench, folder);
  process.stderr.write(
    `${unit} by ${opened.line.name}; ^] and then help, or quit. Kept in ${here(folder)}\r\n`,
  );
  try {
    const lost = await talk(unit, bench, opened, recorder);
    if (!lost) return exitCodes.pass;
    process.stderr.write(`\r\nfover: the console is gone: ${visibleText(lost.message)}\n`);
    return exitCodes.infrastructure;
  } finally {
    await opened.line.close();
    recorder.end();
    process.stderr.write(`\r\nLeft the console of ${unit}. Kept in ${here(folder)}\n`);
  }
}

const here = (folder: string): string => relative(process.cwd(), folder);

function record({ topology, sha256, secrets, clock }: AtBench, folder: string): Recorder {
  const begun = {
    tool: `fover ${toolVersion}`,
    node: process.version,
    topology: { name: topology.name, sha256 },
    bench: topology.simulated ? ('simulated' as const) : ('real' as const),
    planned: [],
  };
  return openRecorder(folder, begun, clock, secrets.values());
}

/** Resolves when the user leaves, or with why the line is gone. The terminal is as before then. */
function talk(
  unit: UnitName,
  { clock, fence }: AtBench,
  { line, paceMs, sendBreak }: Awaited<ReturnType<typeof openConsoleLine>>,
  recorder: Recorder,
): Promise<Error | undefined> {
  const { stdin } = process;
  const filter = new TerminalFilter();
  return new Promise((resolve) => {
    const leave = (why?: Error): void => {
      stdin.off('data', type);
      stdin.setRawMode(false);
      stdin.pause();
      for (const name of hangUps) process.off(name, onHangUp);
      fence?.signal.removeEventListener('abort', onLost);
      resolve(why);
    };
    const onHangUp = (): void => leave();
    const onLost = (): void => leave(fence?.lost);
    // Somebody who types may do anything.
    const send = async (bytes: Uint8Array): Promise<void> => {
      await fence?.mayAct();
      await line.write(bytes);
    };
    const ends = { unit, clock, paceMs, send, sendBreak, show, leave };
    const dialogue = new ConsoleTalk(ends);
    const type = (bytes: Uint8Array): void => dialogue.type(bytes);
    stdin.setRawMode(true);
    stdin.on('data', type);
    for (const name of hangUps) process.on(name, onHangUp);
    fence?.signal.addEventListener('abort', onLost);
    line.onBytes((bytes, atMs) => {
      try {
        recorder.consoleBytes(unit, bytes, atMs);
      } catch (error) {
        return leave(asError(error));
      }
      show(filter.pass(bytes));
    });
    line.onClosed((why) => leave(why ?? new Error('the far end closed the line')));
  });
}

const show = (text: string): void => void process.stdout.write(text);

/** In raw mode Ctrl-C is a character for the unit; these come from elsewhere. */
const hangUps = ['SIGTERM', 'SIGHUP', 'SIGINT'] as const;
