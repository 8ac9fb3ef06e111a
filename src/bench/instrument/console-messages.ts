import { unitNames } from '../../pair/index.ts';
import type { Instrument } from './instrument.ts';

/** What both consoles said unasked, in the order in which it came: `primary Switching to Active`. */
export const consoleMessages: Instrument = {
  name: 'console-messages',
  missing: () => undefined,
  read: (bench, sinceMs) => {
    const nowMs = bench.clock.nowMs();
    const heard = unitNames.flatMap((unit) =>
      bench.consoles[unit].heard
        .filter(({ atMs }) => atMs >= sinceMs)
        .map(({ atMs, text }) => ({ atMs, line: `${unit} ${text}` })),
    );
    const raw = heard
      .toSorted((a, b) => a.atMs - b.atMs)
      .map(({ line }) => line)
      .join('\n');
    return Promise.resolve({ raw, askedMs: nowMs, answeredMs: nowMs });
  },
};
