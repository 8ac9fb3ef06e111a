/** Instants that outlive a process, so that no clock that is set can shorten what is measured from them. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Clock } from '../../clock.ts';

/** An instant as it is kept: on the monotonic clock of one boot of one machine, and the date for everyone else. */
export const momentShape = z
  .object({ ms: z.number(), boot: z.string().min(1).max(100), wall: z.iso.datetime() })
  .readonly();

/** An instant that outlives the process. */
export type Moment = z.output<typeof momentShape>;

/** The clock of this process, and the boot of the machine that it counts from. */
export interface MachineTime {
  readonly clock: Pick<Clock, 'nowMs' | 'wall'>;
  readonly boot: string;
  /** When this process began to look, an instant of the clock. */
  readonly sinceMs: number;
}

/** The time of this machine; where it does not tell its boots apart, each process counts as one of its own. */
export function machineTime(clock: Pick<Clock, 'nowMs' | 'wall'>, boot: string = thisBoot()): MachineTime {
  return { clock, boot, sinceMs: clock.nowMs() };
}

function thisBoot(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return randomUUID();
  }
}

/** This very instant. */
export const momentNow = ({ clock, boot }: MachineTime): Moment => ({
  ms: clock.nowMs(),
  boot,
  wall: clock.wall().toISOString(),
});

/**
 * Milliseconds since an instant: by the monotonic clock, which nobody sets. Of another boot or another machine only
 * the date is known; one that lies ahead of us counts as now.
 */
export function sinceMs({ clock, boot }: MachineTime, moment: Moment): number {
  const passed =
    moment.boot === boot ? clock.nowMs() - moment.ms : clock.wall().getTime() - Date.parse(moment.wall);
  return Math.max(0, passed);
}

/** The same for short times, where a date is not trusted at all: what another boot began, we have seen only since we look. */
export function surelySinceMs(time: MachineTime, moment: Moment): number {
  const passed = sinceMs(time, moment);
  return moment.boot === time.boot ? passed : Math.min(passed, time.clock.nowMs() - time.sinceMs);
}
