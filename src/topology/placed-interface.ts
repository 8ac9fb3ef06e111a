import type { GroupId } from '../pair/index.ts';
import type { Path } from './objection.ts';
import type { Topology, TopologyInterface } from './schema.ts';

/** A data interface with where it is written and, with contexts, whose it is. */
export interface PlacedInterface {
  readonly at: Path;
  readonly data: TopologyInterface;
  readonly context?: string;
  readonly group?: GroupId;
}

/** Every data interface: those of the pair, then those of its contexts. */
export function placedInterfaces({ pair }: Topology): readonly PlacedInterface[] {
  return [
    ...pair.interfaces.map((data, index) => ({ at: ['pair', 'interfaces', index], data })),
    ...pair.contexts.flatMap(({ name: context, group, interfaces }, number) =>
      interfaces.map((data, index) => ({
        at: ['pair', 'contexts', number, 'interfaces', index],
        data,
        context,
        group,
      })),
    ),
  ];
}

/** The addresses that an interface answers at: the active one goes with the active unit. */
export interface InterfaceAddresses {
  readonly active: string;
  readonly mask: string;
  readonly standby?: string;
}

/**
 * The addresses of an interface: its own or, on a bridge, that by which the pair is managed (ASA 5580 guide, 13-19,
 * step 1). Nothing if neither is written, which a topology that was read does not do.
 */
export function addressesAt(
  { 'management-address': managed }: Topology['pair'],
  { active, mask, standby }: TopologyInterface,
): InterfaceAddresses | undefined {
  if (active === undefined || mask === undefined) return managed;
  return { active, mask, ...(standby === undefined ? {} : { standby }) };
}

/** Whether an interface is for management alone, which has an address of its own even beside a bridge. */
export function isForManagement({ interface: socket }: Pick<TopologyInterface, 'interface'>): boolean {
  return socket.startsWith('Management');
}

/** The socket that an interface is cabled at: `GigabitEthernet0/1` for the subinterface `GigabitEthernet0/1.30`. */
export function physicalOf(interfaceName: string): string {
  return interfaceName.replace(/\.\d+$/, '');
}
