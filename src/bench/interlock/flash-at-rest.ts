import { fedBy } from './act.ts';
import type { Interlock } from './interlock.ts';

/** A unit may write its crash and its memory to flash for minutes (see `shutdownBoundMs`). */
const longestWriteMs = 180_000;
const lookEveryMs = 250;

/**
 * A unit that writes to its flash, or that its mate may have told to, keeps its power until it is done: cut then, a file
 * system is corrupt, and the certification is of something else. No scenario strikes in that very moment.
 */
export const flashAtRest: Interlock = {
  name: 'flash-at-rest',
  keeps: 'power is not cut while a unit writes to its flash',
  doubt: async (act, { topology, writes, wait }) => {
    if (act.kind !== 'outlet' || act.wish === 'on') return undefined;
    for (const unit of fedBy(topology, act))
      for (let waitedMs = 0; ; waitedMs += lookEveryMs) {
        const what = writes(unit);
        if (what === undefined) break;
        if (waitedMs >= longestWriteMs)
          return `${unit} has said ${JSON.stringify(what)} and not that it is done, for ${longestWriteMs / 1000} s; look at its console`;
        await wait(lookEveryMs, `${unit} writes to its flash`);
      }
    return undefined;
  },
  lastWord: (act, { topology, writes }) => {
    if (act.kind !== 'outlet' || act.wish === 'on') return undefined;
    const writing = fedBy(topology, act).find((unit) => writes(unit) !== undefined);
    return writing && `${writing} has just begun to write to its flash (${JSON.stringify(writes(writing))})`;
  },
};
