import { pause } from '../clock.ts';
import type { Clock } from '../clock.ts';
import type { FirewallSession } from '../device/index.ts';
import { BenchError, messageOf } from '../errors.ts';

/** Milliseconds in which a console that was lost is opened again; what took the line lets go of it by then, or not at all. */
const reopenBoundMs = 20_000;
const reopenEveryMs = 1000;

/** How the console of a unit is opened again when its line was lost. */
export interface Reopening {
  readonly clock: Clock;
  /** The serial number of the unit that is to be found behind it: adapters may have changed their names meanwhile. */
  readonly serial: string;
  /** Throws `BenchError` when no way leads to the console. */
  open(): Promise<FirewallSession>;
}

/**
 * Tries until the line is open again. Throws `BenchError`, which begins with `lost`, when it is not within twenty
 * seconds; rejects with the reason of `signal`, and leaves no session open then.
 */
export async function reopenSession(
  device: string,
  lost: string,
  reopening: Reopening,
  signal: AbortSignal,
): Promise<FirewallSession> {
  const { clock } = reopening;
  const lostMs = clock.nowMs();
  for (;;) {
    try {
      const session = await reopening.open();
      if (!signal.aborted) return session;
      await session.close();
    } catch (cause) {
      if (!signal.aborted && clock.nowMs() - lostMs >= reopenBoundMs) {
        const tried = `it could not be opened again for ${reopenBoundMs / 1000} s: ${messageOf(cause)}`;
        throw new BenchError(device, `${lost}; ${tried}`, { cause });
      }
    }
    await pause(clock, reopenEveryMs, signal);
  }
}
