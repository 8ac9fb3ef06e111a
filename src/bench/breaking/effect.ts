import { pause } from '../../clock.ts';
import type { Clock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import type { Progress } from '../progress.ts';

/** One reading of a device: whether it shows the wished state, and between which instants that was true. */
export interface Reading {
  readonly reached: boolean;
  readonly answeredMs: number;
}

/** How to wait for an effect: what it is called, who is asked, how often, and for how long at most. */
export interface Awaited {
  readonly what: string;
  readonly device: string;
  readonly everyMs: number;
  readonly atMostMs: number;
}

/**
 * Reads until the wished state shows, and says when that was first read. An acknowledged SET is not a fault; an
 * observed effect is. Throws `BenchError` when the device said yes and nothing followed.
 */
export async function untilEffective(
  awaited: Awaited,
  read: () => Promise<Reading>,
  clock: Clock,
  progress: Progress,
): Promise<number> {
  const { what, device, everyMs, atMostMs } = awaited;
  const over = progress.waiting(what, atMostMs);
  const untilMs = clock.nowMs() + atMostMs;
  try {
    for (;;) {
      const { reached, answeredMs } = await read();
      if (reached) return answeredMs;
      if (clock.nowMs() >= untilMs)
        throw new BenchError(
          device,
          `acknowledged the command, but ${what} did not show within ${atMostMs / 1000} s; look at the device itself and at who else controls it`,
        );
      await pause(clock, everyMs);
    }
  } finally {
    over();
  }
}
