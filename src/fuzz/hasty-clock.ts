import { realClock } from '../clock.ts';
import type { Clock } from '../clock.ts';

const timesAsFast = 100;

/** The real clock with all waits a hundredth as long: silence is waited for by what is read over sockets as well. */
export const hastyClock: Clock = {
  nowMs: () => realClock.nowMs(),
  wall: () => realClock.wall(),
  after: (ms, then) => realClock.after(ms / timesAsFast, then),
};
