import type { ConfigTree } from '../../config/config-tree.ts';
import type { InterfaceSettings } from '../../config/interface-settings.ts';
import { staticRoutes } from '../../config/static-routes.ts';
import { inSameSubnet, ipNumber } from '../../ground/address.ts';
import type { LearntRoute } from '../../message/state-entry.ts';

/** Where a packet leaves, and whom it is handed to on that segment. */
export interface Hop {
  readonly exit: InterfaceSettings;
  readonly next: string;
}

/** Whom to ask for on a segment to reach an address: itself if it is there, else the gateway of the best route. */
export function nextHop(
  config: ConfigTree,
  exit: InterfaceSettings,
  to: string,
  learnt: readonly LearntRoute[] = [],
): string {
  if (inSameSubnet(exit.active ?? '', to, exit.mask ?? '')) return to;
  const [best] = routesTo(config, to, learnt).filter(({ nameif }) => nameif === exit.nameif);
  return best?.gateway ?? to;
}

/** The way to an address: its own segment, or that of the best route's gateway; undefined if there is none. */
export function wayTo(
  config: ConfigTree,
  interfaces: readonly InterfaceSettings[],
  to: string,
  learnt: readonly LearntRoute[],
): Hop | undefined {
  const traffic = interfaces.filter(({ purpose }) => purpose === 'traffic');
  const own = traffic.find((one) => inSameSubnet(one.active ?? '', to, one.mask ?? ''));
  if (own) return { exit: own, next: to };
  const [best] = routesTo(config, to, learnt);
  const exit = traffic.find(({ nameif }) => nameif === best?.nameif);
  return best && exit && { exit, next: best.gateway };
}

/**
 * Where something of the unit's own leaves for an address: a link has a segment too, and behind a bridge it is not
 * known beforehand on which side an address is. None if there is no route.
 */
export function exitsTo(
  config: ConfigTree,
  interfaces: readonly InterfaceSettings[],
  to: string,
  learnt: readonly LearntRoute[],
): readonly InterfaceSettings[] {
  const link = interfaces.find(
    ({ purpose, active, mask }) =>
      (purpose === 'failover' || purpose === 'state') && inSameSubnet(active ?? '', to, mask ?? ''),
  );
  const exit = link ?? wayTo(config, interfaces, to, learnt)?.exit;
  if (exit?.bridge === undefined) return exit ? [exit] : [];
  return interfaces.filter(({ bridge }) => bridge === exit.bridge);
}

type Route = Pick<LearntRoute, 'nameif' | 'network' | 'mask' | 'gateway'>;

/** The routes that cover an address, the longest mask first; of two alike the configured one. */
function routesTo(config: ConfigTree, to: string, learnt: readonly LearntRoute[]): readonly Route[] {
  return [...staticRoutes(config), ...learnt]
    .filter(({ network, mask }) => inSameSubnet(network, to, mask))
    .toSorted((one, other) => (ipNumber(other.mask) ?? 0) - (ipNumber(one.mask) ?? 0));
}
