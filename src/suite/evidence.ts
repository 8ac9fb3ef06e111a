/** What the entries of one scenario say, for assertions of a suite's own. */
import { isActive, stateOn } from '../pair/index.ts';
import type { FailoverState, GroupId, UnitName } from '../pair/index.ts';
import type { Entry, Observation, Phase } from '../timeline/index.ts';

/** One sighting of a unit's state by itself, in Active/Active of that of one of its groups. */
export interface StateSighting {
  readonly unit: UnitName;
  readonly state: FailoverState;
  readonly seq: number;
}

const afterTheFault: readonly Phase[] = ['watch', 'heal', 'recovered'];

/** The observations of the phases named, in order. */
function observationsIn(entries: readonly Entry[], phases: readonly Phase[]): readonly Observation[] {
  let phase: Phase | undefined;
  return entries.filter((entry): entry is Observation => {
    if (entry.kind === 'phase') phase = entry.phase;
    return entry.kind === 'observation' && phase !== undefined && phases.includes(phase);
  });
}

/** What each unit said of itself from the fault until the end of the watch (`watch`) or of the scenario (`all`). */
export function statesAfterFault(
  entries: readonly Entry[],
  until: 'watch' | 'all',
  group: GroupId,
): readonly StateSighting[] {
  return statesIn(entries, until === 'watch' ? ['watch'] : afterTheFault, group);
}

/** The unit that last said it was active before the fault. */
export function activeBefore(entries: readonly Entry[], group: GroupId): UnitName | undefined {
  return statesIn(entries, ['steady'], group)
    .filter(({ state }) => isActive(state))
    .at(-1)?.unit;
}

function statesIn(
  entries: readonly Entry[],
  phases: readonly Phase[],
  group: GroupId,
): readonly StateSighting[] {
  return observationsIn(entries, phases).flatMap(({ saw, seq }) => {
    const own = saw.sight === 'failover' ? saw.thisHost : undefined;
    const state = own && stateOn(own, group);
    return own && state !== undefined ? [{ unit: own.unit, state, seq }] : [];
  });
}
