import type { Cancel } from '../../clock.ts';
import { unitNames, type UnitName } from '../../pair/index.ts';
import { addressesAt } from '../../topology/index.ts';
import type { Topology, TopologyInterface } from '../../topology/index.ts';
import { Listeners } from '../ground/listeners.ts';
import type { SimulatedAddress, SimulatedUnit } from '../face/simulated-unit.ts';

/** A unit, as far as it matters who answers for an address. */
interface AddressedUnit extends SimulatedUnit {
  answersFor(address: string): boolean;
  /** Its addresses, or its power, may be others now. */
  onAddressed(listener: () => void): Cancel;
}

/**
 * The active and the standby address that a pair is managed at, and who has them. Where both units answer, as two
 * active units do, the one that told the networks last has it: its gratuitous ARP is what the neighbours believe.
 */
export function managedAddresses(
  topology: Topology,
  units: Readonly<Record<UnitName, AddressedUnit>>,
): readonly SimulatedAddress[] {
  const side = managedInterface(topology);
  const addresses = side && addressesAt(topology.pair, side);
  const moved = new Listeners<void>();
  let last: UnitName = 'primary';
  for (const name of unitNames)
    units[name].onAddressed(() => {
      last = name;
      moved.tell();
    });
  return (['active', 'standby'] as const).map((role) => {
    const address = addresses?.[role];
    return {
      role,
      address,
      unit: () => {
        const answering = unitNames.filter(
          (name) => address !== undefined && units[name].answersFor(address),
        );
        const name = answering.includes(last) ? last : answering[0];
        return name && units[name];
      },
      onMoved: (listener) => moved.add(listener),
    };
  });
}

/**
 * The interface that the topology manages the pair over: the one with the address of a unit's management; if those
 * are addresses of this machine, the first management port, or the interface of the highest security level.
 */
function managedInterface({ pair, units }: Topology): TopologyInterface | undefined {
  const admin = pair.contexts.find((context) => context.admin);
  const sides = [...pair.interfaces, ...(admin?.interfaces ?? [])];
  const hosts = unitNames.map((name) => units[name].management?.ssh?.host);
  return (
    sides.find((side) => {
      const { active, standby } = addressesAt(pair, side) ?? {};
      return hosts.some((host) => host !== undefined && (host === active || host === standby));
    }) ??
    sides.find((one) => one.interface.startsWith('Management')) ??
    sides.toSorted((one, other) => other['security-level'] - one['security-level'])[0]
  );
}
