import { unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import { physicalOf, placedInterfaces } from '../../topology/index.ts';
import type { Topology } from '../../topology/index.ts';

/** A socket of a unit that is cabled to a switch port. */
export interface CabledSocket {
  readonly unit: UnitName;
  readonly switch: string;
  readonly port: string;
  /** For people: the names of the interfaces on it, or of the socket itself where the topology gives it none. */
  readonly called: string;
}

/** Every cable of both units, as the topology says; `primary inside`, or `primary a/inside b/inside` with contexts. */
export function cabledSockets(topology: Topology): readonly CabledSocket[] {
  const names = namesBySocket(topology);
  return unitNames.flatMap((unit) =>
    Object.entries(topology.units[unit].cables).map(([socket, cable]) => {
      const called = `${unit} ${(names.get(socket) ?? [socket]).join(' ')}`;
      return { unit, switch: cable.switch, port: cable.port, called };
    }),
  );
}

function namesBySocket(topology: Topology): ReadonlyMap<string, readonly string[]> {
  const { failover } = topology.pair;
  const links = [failover.link, failover['state-link']].flatMap((link) =>
    link?.interface === undefined ? [] : [{ name: link.nameif, socket: link.interface }],
  );
  const placed = placedInterfaces(topology).map(({ data, context }) => ({
    name: context === undefined ? data.nameif : `${context}/${data.nameif}`,
    socket: data.interface,
  }));
  const names = new Map<string, string[]>();
  for (const { name, socket } of [...placed, ...links]) {
    const physical = physicalOf(socket);
    names.set(physical, [...(names.get(physical) ?? []), name]);
  }
  return names;
}

/** Why nothing can be learned of switch ports here, or nothing. */
export function missingSwitch(topology: Topology): string | undefined {
  const isCabled = unitNames.some((unit) => Object.keys(topology.units[unit].cables).length > 0);
  return isCabled ? undefined : 'no interface of the pair is cabled to a switch of the bench';
}
