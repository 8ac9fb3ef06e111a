/** Who we are, and whether another process on this machine still is. */
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import type { Holder } from './lease.ts';

/** What a process is like: `gone`, `there`, or not to be told from here. */
export type Liveness = 'gone' | 'there' | 'unknown';

/** This process, as whoever holds a bench. */
export function ourselves(command: string, run?: string): Holder {
  const [place, started] = [placeOfProcesses(), statOf('self')?.started];
  return {
    user: userInfo().username,
    host: hostname(),
    pid: process.pid,
    ...(place === undefined ? {} : { place }),
    ...(started === undefined ? {} : { started }),
    command: command.slice(0, 1000),
    ...(run === undefined ? {} : { run }),
  };
}

/**
 * Whether the process of a holder is still there. Of one on another machine, before another boot or in another
 * container nothing can be told. A number that was given to another process since is no sign of life.
 */
export function livenessOf({ pid, place, started }: Holder): Liveness {
  if (place === undefined || started === undefined || place !== placeOfProcesses()) return 'unknown';
  const stat = statOf(pid);
  if (stat) return stat.isOver || stat.started !== started ? 'gone' : 'there';
  return isSignalled(pid) ? 'there' : 'gone';
}

/** `ann@lab2, process 4711, «fover run», recorded in reports/x`. */
export function holderText({ user, host, pid, command, run }: Holder): string {
  return `${user}@${host}, process ${pid}, «${command}»${run === undefined ? '' : `, recorded in ${run}`}`;
}

/** `ann@lab2`. */
export const whoWeAre = (): string => `${userInfo().username}@${hostname()}`;

/** The random number of the boot, and the namespace that process numbers are of; undefined where there is no /proc. */
function placeOfProcesses(): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return undefined;
  }
}

/** Field 3 and field 22 of proc(5); the name in the second field may hold anything. */
function statOf(pid: number | 'self'): { readonly started: string; readonly isOver: boolean } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state = '', ...fields] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const started = fields[18];
    return started === undefined ? undefined : { started, isOver: state === 'Z' || state === 'X' };
  } catch {
    return undefined;
  }
}

/** Where /proc hides the processes of others, signals still find them. */
function isSignalled(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
