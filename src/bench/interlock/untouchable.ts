import { unitNames } from '../../pair/index.ts';
import { isSamePort } from '../../topology/index.ts';
import type { Topology } from '../../topology/index.ts';
import { fedBy } from './act.ts';
import type { PortAct } from './act.ts';
import type { Interlock } from './interlock.ts';

/** Nothing is touched but what the topology gives to a unit, and nothing of that which it protects. */
export const untouchable: Interlock = {
  name: 'untouchable',
  keeps: 'outlets and ports that are protected, or of which the topology says nothing, are never touched',
  refusal: (act, { topology }) => {
    if (act.kind === 'port') return portRefusal(act, topology);
    const kept = Object.hasOwn(topology.pdus, act.pdu) ? topology.pdus[act.pdu]?.protected : undefined;
    if (kept?.includes(act.outlet)) return 'it is protected in the topology and is never switched';
    return fedBy(topology, act).length > 0
      ? undefined
      : 'as the topology has it, it feeds no unit of this pair';
  },
};

function portRefusal({ switch: of, port }: PortAct, { switches, units }: Topology): string | undefined {
  const kept = Object.hasOwn(switches, of) ? switches[of]?.protected : undefined;
  if (kept?.some((each) => isSamePort(each, port)))
    return 'it is protected in the topology and is never switched';
  const isCabled = unitNames.some((unit) =>
    Object.values(units[unit].cables).some((cable) => cable.switch === of && cable.port === port),
  );
  return isCabled ? undefined : 'as the topology has it, no unit of this pair is cabled to it';
}
