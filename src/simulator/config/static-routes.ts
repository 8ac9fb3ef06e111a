import type { ConfigTree } from './config-tree.ts';
import { oncePerRevision } from './per-revision.ts';

/** One `route` command; `0` and `0` stand for the default route. */
export interface StaticRoute {
  readonly nameif: string;
  readonly network: string;
  readonly mask: string;
  readonly gateway: string;
  readonly metric: string;
}

/** The static routes, in the order of the configuration. */
export const staticRoutes = oncePerRevision((config: ConfigTree): readonly StaticRoute[] =>
  config.nodes().flatMap(({ text }) => {
    const [word, nameif = '', network = '', mask = '', gateway = '', metric = '1'] = text.split(' ');
    return word === 'route' ? [{ nameif, network: whole(network), mask: whole(mask), gateway, metric }] : [];
  }),
);

function whole(address: string): string {
  return address === '0' ? '0.0.0.0' : address;
}
