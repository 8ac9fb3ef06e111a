import type { Clock } from '../../clock.ts';
import { unitNames, type UnitName } from '../../pair/index.ts';
import { addressesAt, physicalOf } from '../../topology/index.ts';
import type { InterfaceAddresses, Topology, TopologyInterface } from '../../topology/index.ts';
import { freeAddress } from '../ground/address.ts';
import { LearningSwitch } from '../fabric/switch/learning-switch.ts';
import { NetworkPort } from '../fabric/network-port.ts';
import { portsOfSwitch } from '../fabric/switch/port-names.ts';
import type { PortSettings, SwitchPort } from '../fabric/switch/switch-port.ts';
import { TrafficHost } from '../fabric/host/traffic-host.ts';
import { VlanNumbers } from '../fabric/switch/vlan-numbers.ts';
import type { Box } from '../box/box.ts';

/** The switches of a topology, all joined by trunks, with both units cabled to them or to each other. */
export function cableSwitches(
  topology: Topology,
  clock: Clock,
  boxes: Readonly<Record<UnitName, Box>>,
): readonly LearningSwitch[] {
  const empty = Object.values(topology.switches).flatMap((device) => device['isolation-vlans']);
  const vlans = new VlanNumbers(empty);
  const switches = Object.entries(topology.switches).map(([name, { protected: kept }]) => {
    const cabled = unitNames.flatMap((unit) => Object.values(topology.units[unit].cables));
    const ports = cabled.filter((cable) => cable.switch === name).map(({ port }) => port);
    return new LearningSwitch(name, clock, portsOfSwitch([...ports, ...kept]), settingsOf(topology), vlans);
  });
  const [first, ...others] = switches;
  for (const other of others) first?.trunkTo(other);
  for (const interfaceName of topology.simulated?.crossover ?? []) crossOver(interfaceName, boxes);
  for (const unit of unitNames) cableUnit(topology, boxes[unit], switches);
  return switches;
}

/** The switch port at the other end of the cable of an interface; none for a crossover cable. */
export function switchPortOf(
  topology: Topology,
  unit: UnitName,
  switches: readonly LearningSwitch[],
  interfaceName: string,
): SwitchPort | undefined {
  if (topology.simulated?.crossover.includes(interfaceName)) return undefined;
  const cable = topology.units[unit].cables[interfaceName];
  return switches.find(({ name }) => name === cable?.switch)?.portNamed(cable?.port ?? '');
}

function settingsOf({ simulated }: Topology): PortSettings {
  const tree = simulated?.['spanning-tree'];
  return {
    portfast: tree?.portfast ?? true,
    forwardDelayMs: tree?.['forward-delay'] ?? 15_000,
    operLagMs: simulated?.['port-lag'] ?? 0,
  };
}

/** One cable from unit to unit: when either end goes dark, both lose the link (5580 guide, «LAN Failover Link»). */
function crossOver(interfaceName: string, boxes: Readonly<Record<UnitName, Box>>): void {
  const end = (unit: UnitName) => boxes[unit].cards.find(({ name }) => name === interfaceName)?.port;
  const [primary, secondary] = [end('primary'), end('secondary')];
  if (primary && secondary) primary.connect(secondary);
}

/** Interfaces of one name are in one segment: the units of a pair are cabled alike. */
function cableUnit(topology: Topology, box: Box, switches: readonly LearningSwitch[]): void {
  for (const [interfaceName, cable] of Object.entries(topology.units[box.name].cables)) {
    if (topology.simulated?.crossover.includes(interfaceName)) continue;
    const card = box.cards.find(({ name }) => name === interfaceName);
    const target = switches.find(({ name }) => name === cable.switch);
    const mode = isTagged(topology, interfaceName) ? 'trunk' : 'access';
    if (card) target?.attach(cable.port, interfaceName, `${box.name} ${interfaceName}`, card.port, mode);
  }
}

/** True if the topology describes subinterfaces of it. */
function isTagged({ pair }: Topology, physical: string): boolean {
  const { link, 'state-link': state } = pair.failover;
  const all = [...pair.interfaces, ...pair.contexts.flatMap(({ interfaces }) => interfaces), link, state];
  return all.some((one) => one?.interface?.startsWith(`${physical}.`));
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
    const addresses = side && addressesAt(topology.pair, side);
    if (!side || !addresses) continue;
    // The hosts on the sides of a bridge are neighbours in one network.
    const neighbours = [...hosts.values()].map(({ address }) => address);
    hosts.set(nameif, cableHost(topology, clock, switches, { side, addresses, neighbours, at }));
  }
  return hosts;
}

interface HostPlace {
  readonly side: TopologyInterface;
  readonly addresses: InterfaceAddresses;
  /** Addresses that other hosts have already. */
  readonly neighbours: readonly string[];
  readonly at: number;
}

function cableHost(
  topology: Topology,
  clock: Clock,
  switches: readonly LearningSwitch[],
  { side, addresses: { active, mask, standby }, neighbours, at }: HostPlace,
): TrafficHost {
  const segment = physicalOf(side.interface);
  const home = topology.units.primary.cables[segment]?.switch;
  const target = switches.find(({ name }) => name === home) ?? switches[0];
  const card = new NetworkPort(`host ${side.nameif}`, clock);
  const kept = topology.switches[target?.name ?? '']?.protected ?? [];
  const free = target?.ports.filter(({ jack }) => !jack.isCabled) ?? [];
  const place = free.find(({ name }) => kept.includes(name)) ?? free.at(-1);
  const taken = [active, ...(standby === undefined ? [] : [standby]), ...neighbours];
  const address = freeAddress(active, mask, taken) ?? active;
  const mac = `0250.5600.${(at + 1).toString(16).padStart(4, '0')}`;
  const host = new TrafficHost(clock, card, {
    address,
    gateway: active,
    mask,
    mac,
    vlan: side.vlan,
  });
  const mode = side.vlan === undefined ? 'access' : 'trunk';
  if (place) target?.attach(place.name, segment, `host ${side.nameif}`, card, mode);
  return host;
}
