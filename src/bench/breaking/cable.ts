import { BenchError } from '../../errors.ts';
import { interfaceName } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import { physicalOf, placedInterfaces } from '../../topology/index.ts';
import type { Topology } from '../../topology/index.ts';
import type { BenchParts } from '../parts.ts';
import type { CabledPort } from './port.ts';

/** A socket of a unit and the switch port that it is cabled to, as the topology says. */
export interface Cable {
  readonly unit: UnitName;
  /** As the appliance names it: `GigabitEthernet0/1`. */
  readonly socket: string;
  /** What runs over it, by name: `inside`, `admin/inside`; empty for a socket that the pair does not use. */
  readonly carries: readonly string[];
  readonly switch: string;
  readonly port: string;
}

/** Every cable of a unit, in the order of the topology. */
export function cablesOf(topology: Topology, unit: UnitName): readonly Cable[] {
  return Object.entries(topology.units[unit].cables).map(([socket, { switch: of, port }]) => ({
    unit,
    socket,
    carries: carriedBy(topology, socket),
    switch: of,
    port,
  }));
}

/** The names of what runs over a socket: interfaces of the pair or its contexts, and both links. */
export function carriedBy(topology: Topology, socket: string): readonly string[] {
  const { link, 'state-link': state } = topology.pair.failover;
  const named = [
    ...placedInterfaces(topology).map(({ data, context }) => ({
      interface: data.interface,
      name: interfaceName({ context, nameif: data.nameif }),
    })),
    ...[link, state].flatMap((one) =>
      one?.interface === undefined ? [] : [{ interface: one.interface, name: one.nameif }],
    ),
  ];
  const wanted = socket.toLowerCase();
  return named.filter((one) => physicalOf(one.interface).toLowerCase() === wanted).map(({ name }) => name);
}

/** For people: «inside of primary»; the socket where nothing is named on it. */
export function calledAt(topology: Topology, unit: UnitName, socket: string): string {
  return `${carriedBy(topology, socket).join(' and ') || socket} of ${unit}`;
}

/** The switch port of a cable with its driver. Throws `BenchError` when there is none. */
export function portAt(
  { topology, switches }: Pick<BenchParts, 'topology' | 'switches'>,
  cable: Cable,
): CabledPort {
  const [of, written] = [switches.get(cable.switch), topology.switches[cable.switch]];
  if (!of || !written) throw new BenchError(cable.switch, 'there is no such switch on this bench');
  const { switch: name, port, socket } = cable;
  return { of, switch: name, port, interface: socket, settleMs: written.settle, pollMs: written.poll };
}
