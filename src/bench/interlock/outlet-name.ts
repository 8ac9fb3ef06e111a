import { fedBy } from './act.ts';
import type { Interlock } from './interlock.ts';

/**
 * An outlet that the topology names is called so by its PDU, or it may feed something else. What we switched off was
 * asked before: a unit is not left dark for its name.
 */
export const outletName: Interlock = {
  name: 'outlet-name',
  keeps: 'an outlet that is called otherwise on its PDU than in the topology is not touched',
  doubt: async (act, { topology, history, read }) => {
    if (act.kind !== 'outlet' || (act.wish === 'on' && history.takenAt(act))) return undefined;
    for (const unit of fedBy(topology, act)) {
      const label = topology.units[unit].power.find(
        ({ pdu, outlet }) => pdu === act.pdu && outlet === act.outlet,
      )?.label;
      if (label === undefined) continue;
      const { label: given } = await read(act);
      if (given === label) continue;
      const said =
        given === undefined ? 'the PDU gives it no name' : `the PDU calls it ${JSON.stringify(given)}`;
      return `as the topology has it, it feeds ${unit} and is called ${JSON.stringify(label)}, but ${said}`;
    }
    return undefined;
  },
};
