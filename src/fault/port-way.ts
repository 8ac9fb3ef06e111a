import { isolatePort, isolationVlans, portPlace, rejoinPort } from '../bench/index.ts';
import type { Bench, Effect } from '../bench/index.ts';
import type { Cabled } from './fault.ts';
import { portMissing } from './port-target.ts';
import type { PortTarget } from './port-target.ts';

/** How the switch port of one interface of a unit is broken, and how it is mended. */
export interface PortWay {
  /** What is done, behind the name of the port: «shut». */
  readonly did: string;
  readonly mended: string;
  /** When it counts, where that is more than that the port followed. */
  readonly counts?: string;
  /** Why this bench cannot do it. */
  missing(cabled: Cabled, target: PortTarget): string | undefined;
  cause(bench: Bench, target: PortTarget): Promise<Effect>;
  heal(bench: Bench, target: PortTarget): Promise<Effect | undefined>;
}

/** The port is shut: the interface loses its link. */
export const shut: PortWay = {
  did: 'shut',
  mended: 'up',
  missing: portMissing,
  cause: (bench, { unit, nameif }) => bench.shutPort(unit, nameif),
  heal: (bench, { unit, nameif }) => bench.enablePort(unit, nameif),
};

/** The port is moved to a VLAN where nobody is: the interface keeps its link and receives nothing. */
export const isolated: PortWay = {
  did: 'moved to a VLAN where nobody is',
  mended: 'back in its VLAN',
  counts: 'it counts once the switch reads back the VLAN of the port, with its link up',
  missing: (cabled, target) => portMissing(cabled, target) ?? isolationMissing(cabled, target),
  cause: (bench, { unit, nameif }) => isolatePort(bench, unit, nameif),
  heal: (bench, { unit, nameif }) => rejoinPort(bench, unit, nameif),
};

function isolationMissing({ topology }: Cabled, { unit, nameif }: PortTarget): string | undefined {
  const { device = '', called } = portPlace(topology, unit, nameif);
  if (isolationVlans(topology, device).length > 0) return undefined;
  return `switch ${device} has no isolation-vlans in the topology, so that ${called} cannot be cut off with its link up`;
}
