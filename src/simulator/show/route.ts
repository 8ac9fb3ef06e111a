import { staticRoutes } from '../config/static-routes.ts';
import { networkOf } from '../ground/address.ts';
import type { Space } from '../system/space.ts';

const codes = [
  '       D - EIGRP, EX - EIGRP external, O - OSPF, IA - OSPF inter area ',
  '       N1 - OSPF NSSA external type 1, N2 - OSPF NSSA external type 2',
  '       E1 - OSPF external type 1, E2 - OSPF external type 2, E - EGP',
  '       i - IS-IS, L1 - IS-IS level-1, L2 - IS-IS level-2, ia - IS-IS inter area',
  '       * - candidate default, U - per-user static route, o - ODR',
  '       P - periodic downloaded static route',
  '',
];

const anywhere = '0.0.0.0';

/** `show route`: the networks that the unit is connected to, the static routes, and those that neighbours told of. */
export function showRoute(space: Space): string[] {
  const { localRoutes } = space.unit.box.dialect;
  const first = localRoutes
    ? 'Codes: L - local, C - connected, S - static, R - RIP, M - mobile, B - BGP'
    : 'Codes: C - connected, S - static, I - IGRP, R - RIP, M - mobile, B - BGP';
  const statics = staticRoutes(space.config);
  const resort = statics.find(({ network }) => network === anywhere)?.gateway;
  return [
    '',
    first,
    ...codes,
    resort === undefined
      ? 'Gateway of last resort is not set'
      : `Gateway of last resort is ${resort} to network 0.0.0.0`,
    '',
    ...connected(space, localRoutes),
    ...statics.map(
      ({ nameif, network, mask, gateway, metric }) =>
        `${code(network === anywhere ? 'S*' : 'S', localRoutes)}${network} ${mask} [${metric}/0] via ${gateway}, ${nameif}`,
    ),
    ...space.forwarding.tables.routes
      .all()
      .map(
        ({ network, mask, hops, gateway, nameif }) =>
          `${code('R', localRoutes)}${network} ${mask} [120/${hops}] via ${gateway}, ${nameif}`,
      ),
    '',
  ];
}

function connected(space: Space, localRoutes: boolean): string[] {
  return space.interfaces().flatMap((one) => {
    const address = one.nameif === undefined ? '0.0.0.0' : space.addressOf(one);
    const { mask, nameif } = one;
    if (address === '0.0.0.0' || mask === undefined || one.shutdown) return [];
    if (!space.unit.cards.linkUp(one.hardware)) return [];
    const network = networkOf(address, mask) ?? address;
    return [
      `${code('C', localRoutes)}${network} ${mask} is directly connected, ${nameif ?? ''}`,
      ...(localRoutes
        ? [`${code('L', true)}${address} 255.255.255.255 is directly connected, ${nameif ?? ''}`]
        : []),
    ];
  });
}

/** Where local routes are shown, the column is as wide as the longest code. */
function code(letters: string, localRoutes: boolean): string {
  return letters.padEnd(localRoutes ? 9 : 5);
}
