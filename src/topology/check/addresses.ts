import { guide } from '../guide.ts';
import { inOneSubnet, isNetworkOrBroadcast, subnetSize } from '../ipv4.ts';
import { objectTo } from '../objection.ts';
import type { Objection, Path } from '../objection.ts';
import { placedInterfaces } from '../placed-interface.ts';
import type { Topology } from '../schema.ts';
import { repeated } from './repeated.ts';

interface Addressed {
  readonly at: Path;
  readonly name: string;
  readonly context?: string;
  readonly active?: string | undefined;
  readonly mask?: string | undefined;
  readonly standby?: string | undefined;
}

/** Addresses of data interfaces and links: sound masks, both addresses in one subnet, none given twice. */
export function checkAddresses(topology: Topology): readonly Objection[] {
  const addressed: Addressed[] = [
    ...placedInterfaces(topology).map(({ at, data, context }) => ({
      ...data,
      at,
      name: data.nameif,
      ...(context === undefined ? {} : { context }),
    })),
    ...managed(topology),
    ...(['link', 'state-link'] as const).flatMap((key) => {
      const link = topology.pair.failover[key];
      return link ? [{ ...link, at: ['pair', 'failover', key], name: link.nameif }] : [];
    }),
  ];
  return [...addressed.flatMap(checkSubnet), ...checkRepeats(addressed)];
}

function managed({ pair }: Topology): readonly Addressed[] {
  const addresses = pair['management-address'];
  return addresses ? [{ ...addresses, at: ['pair', 'management-address'], name: 'the bridge' }] : [];
}

function checkSubnet({ at, name, active, mask, standby }: Addressed): readonly Objection[] {
  if (active === undefined || mask === undefined) return [];
  const size = subnetSize(mask);
  if (size === undefined)
    return [objectTo([...at, 'mask'], `${mask} is no mask of a subnet; expected one such as 255.255.255.0`)];
  const objections = [
    ...unusable([...at, 'active'], active, size, mask),
    ...(standby === undefined ? [] : unusable([...at, 'standby'], standby, size, mask)),
  ];
  if (standby !== undefined && !inOneSubnet(active, standby, size)) {
    const message = `the standby address ${standby} of ${name} is not in the subnet of its active address ${active} with mask ${mask} (${guide.primaryUnit})`;
    objections.push(objectTo([...at, 'standby'], message));
  }
  return objections;
}

function unusable(path: Path, address: string, size: number, mask: string): Objection[] {
  if (!isNetworkOrBroadcast(address, size)) return [];
  return [
    objectTo(
      path,
      `${address} is the first or the last address of its subnet (mask ${mask}); no host can have it`,
    ),
  ];
}

/** Contexts are routers of their own and may reuse each other's addresses. */
function checkRepeats(addressed: readonly Addressed[]): readonly Objection[] {
  const given = addressed.flatMap((one) =>
    (['active', 'standby'] as const).flatMap((key) => {
      const address = one[key];
      return address === undefined ? [] : [{ path: [...one.at, key], address, key, of: one }];
    }),
  );
  return repeated(
    given,
    ({ of, address }) => JSON.stringify([of.context, address]),
    (later, earlier) =>
      objectTo(later.path, `${later.address} is already the ${earlier.key} address of ${earlier.of.name}`),
  );
}
