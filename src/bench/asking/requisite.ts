import { unitNames } from '../../pair/index.ts';
import { isAtLeast, placedInterfaces } from '../../topology/index.ts';
import type { Topology } from '../../topology/index.ts';

/** A unit of iron takes minutes to boot. A simulated one may be quicker than the hold time of its mate. */
function isMissedWhileBooting({ simulated, pair: { failover } }: Topology): boolean {
  if (!simulated) return true;
  // The hold time, a poll at each edge, and the second that a promotion takes.
  return simulated.boot > failover['unit-hold'] + 2 * failover['unit-poll'] + 1000;
}

function hasDefaultTimers({ pair: { failover } }: Topology): boolean {
  const times = (['unit-poll', 'unit-hold', 'interface-poll', 'interface-hold'] as const).map(
    (name) => failover[name],
  );
  // ASA 5580 guide, «Configuring Unit Health Monitoring» and «Configuring Interface Health Monitoring».
  return times.join() === '1000,15000,5000,25000';
}

function hasStateOnData(topology: Topology): boolean {
  const name = topology.pair.failover['state-link']?.nameif;
  return placedInterfaces(topology).some(({ data }) => data.nameif === name);
}

function sharesInterface(topology: Topology): boolean {
  const sockets = placedInterfaces(topology).map(({ data }) => data.interface);
  return new Set(sockets).size < sockets.length;
}

function hasNoSubinterface(topology: Topology): boolean {
  return placedInterfaces(topology).every(({ data }) => !data.interface.includes('.'));
}

function isCrossedOver({ simulated, pair }: Topology): boolean {
  const socket = pair.failover.link?.interface;
  return socket !== undefined && simulated?.crossover.includes(socket) === true;
}

/** Where the failover link is a cable from unit to unit, no switch port is named for it. */
function isSwitched({ units, pair }: Topology): boolean {
  const socket = pair.failover.link?.interface.split('.')[0];
  return socket !== undefined && unitNames.every((unit) => Object.hasOwn(units[unit].cables, socket));
}

/** What a bench may have or not, with the words for one that has not. */
const requisites = {
  'spanning-tree': [
    ({ simulated }) => simulated?.['spanning-tree'].portfast === false,
    'no port is said to run spanning tree without PortFast',
  ],
  portfast: [
    ({ simulated }) => simulated?.['spanning-tree'].portfast !== false,
    'the switch ports of the bench run spanning tree without PortFast on purpose',
  ],
  asa: [({ pair }) => pair.platform === 'asa', 'the pair is no ASA'],
  pix: [({ pair }) => pair.platform === 'pix', 'the pair is no PIX'],
  cable: [({ pair }) => pair.failover.link === undefined, 'the failover link is no serial cable'],
  lan: [({ pair }) => pair.failover.link !== undefined, 'the failover link is a serial cable'],
  crossover: [isCrossedOver, 'the failover link is no cable from unit to unit'],
  switched: [isSwitched, 'the failover link does not go through a switch'],
  'state-link': [({ pair }) => pair.failover['state-link'] !== undefined, 'there is no state link'],
  'own-state-link': [
    ({ pair }) => pair.failover['state-link']?.interface !== undefined,
    'there is no state link of its own',
  ],
  'shared-state-link': [
    ({ pair: { failover } }) =>
      failover.link !== undefined && failover['state-link']?.nameif === failover.link.nameif,
    'the failover link does not carry the state as well',
  ],
  'state-on-data': [hasStateOnData, 'the state link is no data interface'],
  stateless: [({ pair }) => pair.failover['state-link'] === undefined, 'there is a state link'],
  'active-standby': [({ pair }) => pair.mode === 'active-standby', 'the pair is not Active/Standby'],
  'active-active': [({ pair }) => pair.mode === 'active-active', 'the pair is not Active/Active'],
  'multiple-contexts': [({ pair }) => pair.contexts.length > 0, 'the pair runs in single context mode'],
  'single-context': [({ pair }) => pair.contexts.length === 0, 'the pair runs in multiple context mode'],
  untagged: [hasNoSubinterface, 'data interfaces of the pair are subinterfaces, whose port is a trunk'],
  'shared-interface': [sharesInterface, 'no contexts share an interface'],
  routed: [({ pair }) => pair.firewall === 'routed', 'the pair is transparent'],
  transparent: [({ pair }) => pair.firewall === 'transparent', 'the pair is routed'],
  'one-bridge': [
    ({ pair }) => !isAtLeast(pair.firmware, 8, 4),
    'this firmware has bridge groups, each with an address of its own',
  ],
  'default-timers': [hasDefaultTimers, 'the timers of the pair are not those of the factory'],
  'object-nat': [
    ({ pair }) => pair.platform === 'asa' && isAtLeast(pair.firmware, 8, 3),
    'the pair translates by pools, as before ASA 8.3',
  ],
  'routes-not-passed': [
    ({ pair }) => pair.platform === 'pix' || !isAtLeast(pair.firmware, 8, 4),
    'the pair passes its routes as well, as it does since ASA 8.4',
  ],
  'missed-while-booting': [
    isMissedWhileBooting,
    'the simulated units have booted before their mate could miss them',
  ],
  traffic: [({ flows }) => flows.length > 0, 'no flow of traffic goes through the pair'],
} as const satisfies Readonly<Record<string, readonly [(topology: Topology) => boolean, string]>>;

/** Something that a scenario can want of a bench, beside what its faults need. */
export type Requisite = keyof typeof requisites;

/** All of them. */
export const requisiteNames: readonly string[] = Object.keys(requisites);

/** Why the bench of this topology is not what is wanted, or nothing. */
export function missingRequisite(topology: Topology, wanted: readonly Requisite[]): string | undefined {
  return wanted.map((each) => requisites[each]).find(([holds]) => !holds(topology))?.[1];
}
