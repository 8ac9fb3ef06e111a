import { mateOf } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import { fedBy } from './act.ts';
import type { Interlock, Known } from './interlock.ts';

/**
 * A feed goes off only while every feed of the other unit is on: by what those were told, since a PDU may read on what
 * it was told to switch off, and by what they read. No scenario is exempt: none of the guides' statements is about a
 * pair of which both units are without power.
 */
export const neverBothDark: Interlock = {
  name: 'never-both-dark',
  keeps: 'never are both units without power',
  refusal: (act, known) => {
    if (act.kind !== 'outlet' || act.wish === 'on') return undefined;
    const fed = fedBy(known.topology, act);
    if (fed.length > 1) return 'it feeds both units, and both must never be dark';
    return fed.map((unit) => takenFrom(mateOf(unit), known)).find((why) => why !== undefined);
  },
  doubt: async (act, { topology, read }) => {
    if (act.kind !== 'outlet' || act.wish === 'on') return undefined;
    for (const unit of fedBy(topology, act))
      for (const feed of topology.units[mateOf(unit)].power) {
        const { power, pending } = await read(feed);
        if (power === 'on' && pending !== true) continue;
        const state = pending === true ? 'has a command that waits' : `reads ${power}`;
        return `outlet ${feed.outlet} of ${feed.pdu}, which feeds ${mateOf(unit)}, ${state}, and both units must never be dark`;
      }
    return undefined;
  },
};

function takenFrom(mate: UnitName, { history }: Known): string | undefined {
  if (history.isClaimed(mate)) return `${mate} is to have no power, and both units must never be dark`;
  const [taken] = history.takenFrom(mate);
  if (!taken) return undefined;
  const { pdu, outlet } = taken.feed;
  const fed = `outlet ${outlet} of ${pdu}, which feeds ${mate},`;
  const then = taken.toldOn
    ? `was told on at ${taken.toldOn.wall}, and is not known to be on since; try again when it has settled`
    : `was told off at ${taken.toldOff.wall}, and not on since; switch it on with fover power`;
  return `${fed} ${then}: both units must never be dark`;
}
