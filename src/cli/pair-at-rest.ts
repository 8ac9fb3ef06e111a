import { groupsIn } from '../bench/index.ts';
import type { PairState } from '../model/index.ts';
import { interfaceName } from '../pair/index.ts';
import type { FailoverState, GroupId, UnitName } from '../pair/index.ts';
import { beginOf } from '../scenario/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { placedInterfaces } from '../topology/index.ts';
import type { Topology } from '../topology/index.ts';

/** A pair of this topology in a steady state, as the model knows it, its roles as a scenario wants them to begin with. */
export function pairAtRest(topology: Topology, begin: Scenario['begin']): PairState {
  const { failover, firmware } = topology.pair;
  const state = failover['state-link'];
  const second = groupsIn(topology).some(({ group }) => group === 2);
  return {
    ...groupAtRest(topology, 1, beginOf(begin, 1)),
    failoverLink: 'up',
    ...(failover.link ? {} : { cable: true }),
    ...(state ? { stateLink: 'up' } : {}),
    ...(state && state.interface === undefined ? { stateSharesLink: true } : {}),
    ...(firmware.startsWith('6.') ? { release: '6.x' } : {}),
    ...(second ? { group2: groupAtRest(topology, 2, beginOf(begin, 2)) } : {}),
  };
}

/** What fails over as one: a failover group, or the whole unit of an Active/Standby pair. */
function groupAtRest(topology: Topology, group: GroupId, active: UnitName): NonNullable<PairState['group2']> {
  const placed = placedInterfaces(topology).filter((each) => (each.group ?? 1) === group);
  const named = (isMonitored: boolean): readonly string[] =>
    placed
      .filter(({ data }) => data.monitored === isMonitored)
      .map(({ context, data }) => interfaceName({ context, nameif: data.nameif }));
  const role = (unit: UnitName): FailoverState => (unit === active ? 'active' : 'standby-ready');
  const settings = groupsIn(topology).find((each) => each.group === group);
  return {
    units: { primary: role('primary'), secondary: role('secondary') },
    monitored: named(true),
    unmonitored: named(false),
    down: { primary: [], secondary: [] },
    ...(settings?.prefers ? { prefers: settings.prefers } : {}),
    ...(settings?.preemptAfterMs === undefined ? {} : { preemptAfterMs: settings.preemptAfterMs }),
    ...(settings ? { settings: settings.settings } : {}),
  };
}
