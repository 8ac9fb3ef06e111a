/** A plan held against the interlocks of the bench, before anything is touched. */
import { planRefusal } from '../bench/index.ts';
import type { BenchFolder, Place, PlannedAct } from '../bench/index.ts';
import type { Clock } from '../clock.ts';
import { UsageError } from '../errors.ts';
import { foreseenCourse } from '../scenario/index.ts';
import type { Topology } from '../topology/index.ts';
import type { Plan, PlannedScenario } from './planned.ts';

/** Where a plan is to be played, and what is kept there of earlier runs. */
export interface InterlockedBench {
  readonly topology: Topology;
  readonly clock: Clock;
  readonly kept: BenchFolder | undefined;
}

/**
 * Throws `UsageError` for a plan of which some interlock would refuse a part: nothing of it is begun then. Throws
 * `BenchError` where what is kept of the bench cannot be read.
 */
export function refuseInterlocked(plan: Plan, bench: InterlockedBench): void {
  const why = planRefusal(plannedActs(plan, bench.topology), bench);
  if (why !== undefined)
    throw new UsageError(`nothing is begun, for an interlock would stop it half way: ${why}`);
}

/** Whatever PDUs and switches are told, in order, each at the earliest that it can be. */
function plannedActs({ scenarios }: Plan, topology: Topology): readonly PlannedAct[] {
  let afterMs = 0;
  return scenarios.flatMap((planned) => {
    const acts = actsOf(planned, topology, afterMs);
    afterMs += planned.takes.leastMs;
    return acts;
  });
}

function actsOf({ scenario }: PlannedScenario, topology: Topology, afterMs: number): readonly PlannedAct[] {
  return foreseenCourse(scenario).flatMap(({ does, fault, target }) =>
    fault
      .touches({ topology }, target)
      .flatMap((place) =>
        actOn(place, does === 'inject').map((act) => ({ act, of: scenario.name, afterMs })),
      ),
  );
}

function actOn({ place, device, name }: Place, breaks: boolean): readonly PlannedAct['act'][] {
  if (device === undefined || name === undefined) return [];
  if (place === 'outlet') return [{ kind: 'outlet', pdu: device, outlet: name, wish: breaks ? 'off' : 'on' }];
  return [{ kind: 'port', switch: device, port: name, wish: breaks ? 'down' : 'up' }];
}
