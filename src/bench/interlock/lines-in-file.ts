/** What is kept of the power of a bench, in a file that outlives the process: a line of JSON each, only ever added to. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { BenchError, messageOf } from '../../errors.ts';
import { makeBenchFolder } from '../kept/bench-folder.ts';
import type { BenchFolder } from '../kept/bench-folder.ts';
import { syncFolder } from '../kept/sync-folder.ts';
import { lineShape } from './kept-lines.ts';
import type { PowerLine, PowerLines } from './kept-lines.ts';

/** Lines are pruned long before; a file that has grown beyond is none of ours. */
const mostBytes = 16 * 1024 * 1024;

/** The lines in the file of a bench. Makes nothing before the first is added. */
export function linesInFile(kept: BenchFolder): PowerLines {
  const path = kept.cycles;
  const failing = <T>(tried: string, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (error instanceof BenchError) throw error;
      throw new BenchError(path, `could not ${tried}: ${messageOf(error)}`, { cause: error });
    }
  };
  return {
    read: () => failing('read when power was cut', () => readLines(path)),
    add: (line) => failing('write down that power is cut', () => append(kept, `${JSON.stringify(line)}\n`)),
    replace: (lines) =>
      failing('leave out what is older than a day', () => {
        makeBenchFolder(kept);
        const fresh = `${path}.new`;
        rmSync(fresh, { force: true });
        write(fresh, 'wx', lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
        renameSync(fresh, path);
        syncFolder(dirname(path));
      }),
  };
}

function readLines(path: string): readonly PowerLine[] {
  if (!existsSync(path)) return [];
  if (statSync(path).size > mostBytes) throw unreadable(path, 'it is larger than fover lets it become');
  const rows = readFileSync(path, 'utf8').split('\n');
  if (rows.pop() !== '') throw unreadable(path, `line ${rows.length + 1} was torn`);
  return rows.map((row, index) => {
    const line = lineShape.safeParse(json(row));
    if (line.success) return line.data;
    throw unreadable(path, `line ${index + 1} is none that fover writes`);
  });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What cannot be read may be what forbids the next cut. */
function unreadable(path: string, why: string): BenchError {
  return new BenchError(
    path,
    `nobody knows how often power was cut: ${why}. No power is cut until somebody has seen to it: mend or remove that ` +
      'line, or the whole file when no unit was cut for a day',
  );
}

function append(kept: BenchFolder, text: string): void {
  makeBenchFolder(kept);
  const isNew = !existsSync(kept.cycles);
  write(kept.cycles, 'a', text);
  if (isNew) syncFolder(dirname(kept.cycles));
}

function write(path: string, flags: 'a' | 'wx', text: string): void {
  const file = openSync(path, flags, 0o600);
  try {
    const before = fstatSync(file).size;
    const bytes = Buffer.from(text);
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } catch (error) {
      // Half a line would forbid every cut from now on, and nothing was cut.
      ftruncateSync(file, before);
      throw error;
    }
  } finally {
    closeSync(file);
  }
}
