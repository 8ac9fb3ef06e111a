import type { GroupId } from '../pair/index.ts';
import type { Path } from './objection.ts';
import type { Topology, TopologyInterface } from './schema.ts';

/** A data interface with where it is written and, in Active/Active, whose it is. */
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

/** The socket that an interface is cabled at: `GigabitEthernet0/1` for the subinterface `GigabitEthernet0/1.30`. */
export function physicalOf(interfaceName: string): string {
  return interfaceName.replace(/\.\d+$/, '');
}
