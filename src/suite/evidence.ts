/** What the entries of one scenario say, for assertions of a suite's own. */
import { isActive } from '../pair/index.ts';
import type { FailoverState, UnitName } from '../pair/index.ts';
import type { Entry, Observation, Phase } from '../timeline/index.ts';

/** One sighting of a unit's state by itself, after the fault. */
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
): readonly StateSighting[] {
  return observationsIn(entries, until === 'watch' ? ['watch'] : afterTheFault).flatMap(({ saw, seq }) =>
    saw.sight === 'failover' && saw.thisHost
      ? [{ unit: saw.thisHost.unit, state: saw.thisHost.state, seq }]
      : [],
  );
}

/** The unit that last said it was active before the fault. */
export function activeBefore(entries: readonly Entry[]): UnitName | undefined {
  return observationsIn(entries, ['steady'])
    .flatMap(({ saw }) =>
      saw.sight === 'failover' && saw.thisHost && isActive(saw.thisHost.state) ? [saw.thisHost.unit] : [],
    )
    .at(-1);
}
