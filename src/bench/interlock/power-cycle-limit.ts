import type { UnitName } from '../../pair/index.ts';
import { fedBy } from './act.ts';
import type { OutletAct } from './act.ts';
import type { Interlock, Known } from './interlock.ts';

const hourMs = 3_600_000;

const windows = [
  { per: 'hour', ms: hourMs },
  { per: 'day', ms: 24 * hourMs },
] as const;

/** Power supplies and flash wear out: in any hour and any day, a unit is cut as often as the topology allows, whoever does it. */
export const powerCycleLimit: Interlock = {
  name: 'power-cycle-limit',
  keeps: 'power of a unit is cut no more often in an hour and a day than its power-cycles allow',
  refusal: (act, known) => {
    if (act.kind !== 'outlet' || act.wish === 'on') return undefined;
    return fedBy(known.topology, act)
      .map((unit) => exceeded(unit, act, known))
      .find((why) => why !== undefined);
  },
};

function exceeded(unit: UnitName, act: OutletAct, { topology, history }: Known): string | undefined {
  const { agoMs, isPartOfLast } = history.cutsOf(unit, act);
  if (isPartOfLast) return undefined;
  const limits = topology.units[unit]['power-cycles'];
  for (const { per, ms } of windows) {
    const recent = agoMs.filter((each) => each <= ms);
    const most = limits[per];
    if (recent.length < most) continue;
    // Once so many are gone from the window, there is room for one more.
    const waitMs = ms - (recent[most - 1] ?? 0);
    const again = new Date(history.time.clock.wall().getTime() + waitMs + 1000).toISOString().slice(0, 19);
    return (
      `power of ${unit} was cut ${recent.length} ${recent.length === 1 ? 'time' : 'times'} within the last ${per}, and power-cycles of ${unit} in the ` +
      `topology allow ${most}; it may be cut again at ${again}Z`
    );
  }
  return undefined;
}
