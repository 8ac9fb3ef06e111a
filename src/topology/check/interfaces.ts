import { guide } from '../guide.ts';
import { objectTo } from '../objection.ts';
import type { Objection, Path } from '../objection.ts';
import { addressesAt, physicalOf, placedInterfaces } from '../placed-interface.ts';
import type { PlacedInterface } from '../placed-interface.ts';
import type { Topology } from '../schema.ts';
import { repeated } from './repeated.ts';

/** Data interfaces: names and sockets given once, subinterfaces with their VLAN, virtual MAC addresses in pairs. */
export function checkInterfaces(topology: Topology): readonly Objection[] {
  const placed = placedInterfaces(topology);
  const used = [
    ...placed.map(({ at, data }) => ({ at, written: data })),
    ...(['link', 'state-link'] as const).flatMap((key) => {
      const written = topology.pair.failover[key];
      return written ? [{ at: ['pair', 'failover', key], written }] : [];
    }),
  ];
  return [
    ...repeated(
      placed,
      (one) => space(one, one.data.nameif),
      ({ at, data }) =>
        objectTo([...at, 'nameif'], `the name ${data.nameif} is given twice; every interface needs its own`),
    ),
    ...repeated(
      placed,
      (one) => space(one, one.data.interface),
      ({ at, data }) => objectTo([...at, 'interface'], `${data.interface} is described twice`),
    ),
    ...used.flatMap(({ at, written }) => checkVlan(at, written)),
    ...placed.flatMap((one) => [...checkMonitored(topology, one), ...checkMac(one)]),
    ...checkMacRepeats(placed),
  ];
}

/** Contexts have name spaces of their own. */
function space({ context }: PlacedInterface, name: string): string {
  return JSON.stringify([context, name]);
}

function checkVlan(
  at: Path,
  written: { interface?: string | undefined; vlan?: number | undefined },
): Objection[] {
  if (written.interface === undefined) return [];
  const isSubinterface = physicalOf(written.interface) !== written.interface;
  if (isSubinterface && written.vlan === undefined)
    return [objectTo([...at, 'interface'], `the subinterface ${written.interface} needs a vlan`)];
  if (!isSubinterface && written.vlan !== undefined)
    return [
      objectTo(
        [...at, 'vlan'],
        `${written.interface} is no subinterface and has no vlan; write ${written.interface}.${written.vlan}`,
      ),
    ];
  return [];
}

function checkMonitored({ pair }: Topology, { at, data }: PlacedInterface): Objection[] {
  const { standby } = addressesAt(pair, data) ?? {};
  if (!data.monitored || standby !== undefined) return [];
  const message = `${data.nameif} is monitored but has no standby address, so its hellos have nowhere to go; give it one, or say monitored: false (${guide.primaryUnit})`;
  return [objectTo(at, message)];
}

function checkMac({ at, data }: PlacedInterface): Objection[] {
  const active = data['active-mac'];
  const standby = data['standby-mac'];
  if (active === undefined && standby === undefined) return [];
  if (active === undefined || standby === undefined) {
    const [has, lacks] = active === undefined ? ['standby-mac', 'active-mac'] : ['active-mac', 'standby-mac'];
    return [
      objectTo([...at, has], `virtual MAC addresses come in pairs; add ${lacks} (${guide.virtualMac})`),
    ];
  }
  if (physicalOf(data.interface) !== data.interface)
    return [
      objectTo(
        [...at, 'active-mac'],
        `virtual MAC addresses belong to a physical interface, and ${data.interface} is none (${guide.virtualMac})`,
      ),
    ];
  return [];
}

function checkMacRepeats(placed: readonly PlacedInterface[]): readonly Objection[] {
  const given = placed.flatMap(({ at, data }) =>
    (['active-mac', 'standby-mac'] as const).flatMap((key) => {
      const mac = data[key];
      return mac === undefined ? [] : [{ path: [...at, key], mac, socket: data.interface, key }];
    }),
  );
  // Contexts that share an interface may well repeat its pair of addresses.
  const once = [
    ...new Map(
      given.map((one) => [JSON.stringify([one.socket, one.key, one.mac.toLowerCase()]), one]),
    ).values(),
  ];
  return repeated(
    once,
    ({ mac }) => mac.toLowerCase(),
    ({ path, mac }) =>
      objectTo(path, `the MAC address ${mac} is given twice; two owners of one address confuse every switch`),
  );
}
