import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { lockedBy } from './uucp-lock.ts';

/** A process that has a device open, or says so in a lock file. */
export interface Holder {
  readonly pid: number;
  /** Its program; empty where we may not look. */
  readonly program: string;
}

/**
 * The processes that use a serial device, as far as this user may look: those with it open (Linux), and the one in
 * the lock file. Two readers of one console take the bytes from each other.
 */
export function holdersOf(device: string): readonly Holder[] {
  const path = realPath(device);
  const byLock = lockedBy(path);
  const pids = new Set([...openedBy(path), ...(byLock === undefined ? [] : [byLock])]);
  return [...pids].map((pid) => ({ pid, program: programOf(pid) }));
}

/** `minicom (process 4711)`, for messages. */
export function holdersInWords(holders: readonly Holder[]): string {
  return holders
    .map(
      ({ pid, program }) =>
        `${program || 'a program'} (${pid === process.pid ? 'this very process' : `process ${pid}`})`,
    )
    .join(' and ');
}

/** The device that a name such as /dev/serial/by-id/… stands for now. */
export function realPath(device: string): string {
  try {
    return realpathSync(device);
  } catch {
    return device;
  }
}

function openedBy(path: string): readonly number[] {
  return entries('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const folder = join('/proc', pid, 'fd');
      return entries(folder).some((fd) => linkAt(join(folder, fd)) === path);
    })
    .map(Number);
}

function programOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return '';
  }
}

/** Processes end while we look, and those of others are closed to us. */
function entries(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function linkAt(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
