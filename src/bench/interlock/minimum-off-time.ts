import type { Known, Interlock } from './interlock.ts';
import { surelySinceMs } from './moment.ts';
import type { OutletAct } from './act.ts';

/** An outlet stays off as long as its PDU wants it to, in this run or after one that was killed, whatever the date says. */
export const minimumOffTime: Interlock = {
  name: 'minimum-off-time',
  keeps: 'an outlet that went off stays off for the minimum off time of its PDU',
  // Commands must not cross: one that is still on its way would end the time off before it is over.
  refusal: (act, { history }) => {
    if (act.kind !== 'outlet' || act.wish === 'on') return undefined;
    const toldOn = history.takenAt(act)?.toldOn;
    return (
      toldOn && `it was told on at ${toldOn.wall}, and is not known to be on since; look at the outlet itself`
    );
  },
  doubt: async (act, asked) => {
    if (act.kind !== 'outlet' || act.wish === 'off') return undefined;
    for (let leftMs = leftOf(act, asked); leftMs > 0; leftMs = leftOf(act, asked))
      await asked.wait(leftMs + 1, `the minimum off time of outlet ${act.outlet} of ${act.pdu}`);
    return undefined;
  },
  lastWord: (act, asked) => {
    if (act.kind !== 'outlet' || act.wish === 'off' || leftOf(act, asked) <= 0) return undefined;
    return 'it was told off just now, and its minimum off time is not over';
  },
};

const settleOf = ({ pdu }: OutletAct, { topology }: Known): number => topology.pdus[pdu]?.settle ?? 0;

/** Counted from when it was first read off; one that nobody read off went off at the end of its time to settle at the latest. */
function leftOf(act: OutletAct, known: Known): number {
  const { history, topology } = known;
  const dwellMs = topology.pdus[act.pdu]?.dwell ?? 0;
  const longestMs = dwellMs + settleOf(act, known);
  if (!history.isKnown) return longestMs - (history.time.clock.nowMs() - history.time.sinceMs);
  const taken = history.takenAt(act);
  if (!taken || taken.toldOn) return 0;
  const settledMs = longestMs - surelySinceMs(history.time, taken.toldOff);
  const readMs = taken.readOff ? dwellMs - surelySinceMs(history.time, taken.readOff) : settledMs;
  return Math.min(settledMs, readMs);
}
