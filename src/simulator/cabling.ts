import type { Clock } from '../clock.ts';
import { unitNames, type UnitName } from '../pair/index.ts';
import { physicalOf, type Topology, type TopologyInterface } from '../topology/index.ts';
import { freeAddress } from './fabric/address.ts';
import { LearningSwitch } from './fabric/learning-switch.ts';
import { NetworkPort } from './fabric/network-port.ts';
import { portsOfSwitch } from './fabric/port-names.ts';
import { TrafficHost } from './fabric/traffic-host.ts';
import type { Box } from './system/box.ts';

/** The switches of a topology, all joined by trunks, with both units cabled to them. */
export function cableSwitches(
  topology: Topology,
  clock: Clock,
  boxes: Readonly<Record<UnitName, Box>>,
): readonly LearningSwitch[] {
  const switches = Object.entries(topology.switches).map(([name, { protected: kept }]) => {
    const cabled = unitNames.flatMap((unit) => Object.values(topology.units[unit].cables));
    const ports = cabled.filter((cable) => cable.switch === name).map(({ port }) => port);
    return new LearningSwitch(name, clock, portsOfSwitch([...ports, ...kept]));
  });
  const [first, ...others] = switches;
  for (const other of others) first?.trunkTo(other);
  for (const unit of unitNames) cableUnit(topology, boxes[unit], switches);
  return switches;
}

/** Interfaces of one name are in one segment: the units of a pair are cabled alike. */
function cableUnit(topology: Topology, box: Box, switches: readonly LearningSwitch[]): void {
  for (const [interfaceName, cable] of Object.entries(topology.units[box.name].cables)) {
    const card = box.cards.find(({ name }) => name === interfaceName);
    const target = switches.find(({ name }) => name === cable.switch);
    if (card) target?.attach(cable.port, interfaceName, `${box.name} ${interfaceName}`, card.port);
  }
}

/** One host for every interface of the pair that a flow begins or ends at, on the ports kept for it. */
export function cableHosts(
  topology: Topology,
  clock: Clock,
  switches: readonly LearningSwitch[],
): ReadonlyMap<string, TrafficHost> {
  const all = [
    ...topology.pair.interfaces,
    ...topology.pair.contexts.flatMap((context) => context.interfaces),
  ];
  const sides = [...new Set(topology.flows.flatMap(({ from, to }) => [from, to]))];
  const hosts = new Map<string, TrafficHost>();
  for (const [at, nameif] of sides.entries()) {
    const side = all.find((one) => one.nameif === nameif);
    if (side) hosts.set(nameif, cableHost(topology, clock, switches, side, at));
  }
  return hosts;
}

function cableHost(
  topology: Topology,
  clock: Clock,
  switches: readonly LearningSwitch[],
  side: TopologyInterface,
  at: number,
): TrafficHost {
  const segment = physicalOf(side.interface);
  const home = topology.units.primary.cables[segment]?.switch;
  const target = switches.find(({ name }) => name === home) ?? switches[0];
  const card = new NetworkPort(`host ${side.nameif}`, clock);
  const kept = topology.switches[target?.name ?? '']?.protected ?? [];
  const free = target?.ports.filter((port) => port.segment === undefined) ?? [];
  const place = free.find(({ name }) => kept.includes(name)) ?? free.at(-1);
  if (place) target?.attach(place.name, segment, `host ${side.nameif}`, card);
  const taken = [side.active, ...(side.standby === undefined ? [] : [side.standby])];
  const address = freeAddress(side.active, side.mask, taken) ?? side.active;
  const mac = `0250.5600.${(at + 1).toString(16).padStart(4, '0')}`;
  return new TrafficHost(clock, card, { address, gateway: side.active, mac, vlan: side.vlan });
}
