import { guide } from '../guide.ts';
import { objectTo } from '../objection.ts';
import type { Objection } from '../objection.ts';
import { isForManagement, placedInterfaces } from '../placed-interface.ts';
import type { PlacedInterface } from '../placed-interface.ts';
import type { Topology } from '../schema.ts';

/** In routed mode the interfaces have addresses; a transparent pair has one to manage it by, for all of its bridge. */
export function checkFirewall(topology: Topology): readonly Objection[] {
  return topology.pair.firewall === 'transparent' ? checkTransparent(topology) : checkRouted(topology);
}

function checkRouted(topology: Topology): readonly Objection[] {
  const { pair } = topology;
  return [
    ...(pair['management-address']
      ? [
          {
            path: ['pair', 'management-address'],
            on: 'key' as const,
            message: `a management-address is of firewall: transparent, and this pair is routed; its interfaces have addresses (${guide.primaryUnit}, step 1)`,
          },
        ]
      : []),
    ...placedInterfaces(topology).flatMap(checkAddressed),
  ];
}

function checkTransparent(topology: Topology): readonly Objection[] {
  const { pair } = topology;
  if (pair.contexts.length > 0)
    return [
      objectTo(
        ['pair', 'firewall'],
        'fover describes a transparent pair in single context mode only; remove contexts, or say firewall: routed',
      ),
    ];
  return [
    ...(pair['management-address']
      ? []
      : [
          objectTo(
            ['pair'],
            `a transparent pair is managed at an address of its own; add management-address (${guide.primaryUnit}, step 1)`,
          ),
        ]),
    ...placedInterfaces(topology).flatMap((one) =>
      isForManagement(one.data) ? checkAddressed(one) : checkPort(one),
    ),
  ];
}

function checkAddressed({ at, data }: PlacedInterface): readonly Objection[] {
  return (['active', 'mask'] as const)
    .filter((key) => data[key] === undefined)
    .map((key) =>
      objectTo(at, `${data.nameif} needs ${key}, for it has addresses (${guide.primaryUnit}, step 1)`),
    );
}

function checkPort({ at, data }: PlacedInterface): readonly Objection[] {
  return (['active', 'mask', 'standby'] as const)
    .filter((key) => data[key] !== undefined)
    .map((key) => ({
      path: [...at, key],
      on: 'key' as const,
      message: `in transparent mode ${data.nameif} is a port of the bridge and has no address; remove ${key} (${guide.primaryUnit}, step 1)`,
    }));
}
