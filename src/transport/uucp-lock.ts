/**
 * The lock files of UUCP, which minicom, cu, pppd and conserver keep: /var/lock/LCK..ttyUSB0 holds the number of the
 * process that uses the device, in ten columns (Filesystem Hierarchy Standard 3.0, 5.9). They are advice: nobody is
 * kept from the device by one.
 */
import { closeSync, constants, fstatSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { errorCode } from './error-code.ts';

const usualFolder = '/var/lock';

/** Who is said to hold a device; nothing if nobody is, or if he is gone. */
export function lockedBy(device: string, folder = usualFolder): number | undefined {
  const pid = pidIn(fileOf(device, folder));
  return pid !== undefined && pid !== process.pid && lives(pid) ? pid : undefined;
}

/** Says that we hold a device. Does nothing where somebody else is said to, or where we may not write. */
export function lock(device: string, folder = usualFolder): () => void {
  const file = fileOf(device, folder);
  const ours = `${process.pid}`.padStart(10);
  try {
    if (lockedBy(device, folder) === undefined) rmSync(file, { force: true });
    writeFileSync(file, `${ours}\n`, { flag: 'wx', mode: 0o644 });
  } catch {
    return () => undefined;
  }
  return () => {
    if (pidIn(file) === process.pid) rmSync(file, { force: true });
  };
}

function fileOf(device: string, folder: string): string {
  return join(folder, `LCK..${basename(device)}`);
}

/** Old programs write the number as four bytes, all others as text. */
function pidIn(file: string): number | undefined {
  try {
    const bytes = beginningOf(file);
    const text = bytes.toString('latin1');
    // As a number, four digits are beyond every process: the kernel ends at 4194304.
    const isBinary = bytes.length === 4 && !/^[ \d]*\n?$/.test(text);
    const pid = isBinary ? bytes.readInt32LE() : Number.parseInt(text, 10);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Where everybody may write, anything may lie: what is no file, and what has no end, is not waited for. */
function beginningOf(file: string): Buffer {
  const opened = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    const bytes = Buffer.alloc(64);
    return bytes.subarray(0, fstatSync(opened).isFile() ? readSync(opened, bytes) : 0);
  } finally {
    closeSync(opened);
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
