import type { Cancel, Clock } from '../../clock.ts';

/** Calls `then` every `everyMs()` milliseconds, the period being read anew each time, until cancelled. */
export function repeat(clock: Clock, everyMs: () => number, then: () => void): Cancel {
  let cancel: Cancel | undefined;
  let stopped = false;
  const next = (): void => {
    cancel = clock.after(everyMs(), () => {
      then();
      if (!stopped) next();
    });
  };
  next();
  return () => {
    stopped = true;
    cancel?.();
  };
}
